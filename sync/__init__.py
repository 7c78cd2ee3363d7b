"""The ground floor: what both ends agree on (records, rules, protocol) and the engine that keeps them in step."""
