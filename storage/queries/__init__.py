"""What screens ask: each answer is a frozen value from one consistent view of the file."""

from collections.abc import Callable

from storage.database import Database
from storage.queries.customers import Customers
from storage.queries.directory import Directory
from storage.queries.leads import Leads
from storage.queries.sync_lists import SyncLists
from storage.queries.timesheet import Timesheet
from storage.queries.work_orders import WorkOrders


class Queries:
    def __init__(self, database: Database, sending_up_to: Callable[[], int]) -> None:
        self.leads = Leads(database, sending_up_to)
        self.customers = Customers(database, sending_up_to)
        self.work_orders = WorkOrders(database, sending_up_to)
        self.timesheet = Timesheet(database, sending_up_to)
        self.directory = Directory(database, sending_up_to)
        self.sync = SyncLists(database, sending_up_to)
