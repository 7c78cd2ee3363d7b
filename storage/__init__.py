"""What a device keeps on disk, behind one connection factory."""
