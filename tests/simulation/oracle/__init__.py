"""What must hold whatever happens, looked at from outside: wires, files and tables, never the program's own opinion."""
