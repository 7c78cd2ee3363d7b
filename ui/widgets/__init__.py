"""The parts that screens are built of; each takes plain frozen values and knows nothing of data."""
