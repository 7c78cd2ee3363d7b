"""Where attachments' bytes are kept: what has arrived in part (`staging`), and what is whole (`store`)."""
