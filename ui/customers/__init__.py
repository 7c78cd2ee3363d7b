"""Customers: the list, and one customer with their work orders."""

from ui.customers.screen import CustomersScreen

__all__ = ["CustomersScreen"]
