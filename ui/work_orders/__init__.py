"""Work orders: the list, one work order, a new one."""

from ui.work_orders.screen import WorkOrdersScreen

__all__ = ["WorkOrdersScreen"]
