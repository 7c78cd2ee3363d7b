"""The columns that lists filter and order by, as Core knows them."""

from sqlalchemy import column, table

LEAD = table(
    "lead",
    *map(column, ("n", "id", "name_key", "stage", "source", "assignee_id", "follow_up_on", "customer_id", "body")),
    column("merged_into"),
)
CUSTOMER = table("customer", *map(column, ("n", "id", "name_key", "body")))
WORK_ORDER = table(
    "work_order",
    *map(column, ("n", "id", "number", "status", "assignee_id", "crew_id", "customer_id", "starts_at", "body")),
)
CONFIRMED = table("confirmed", *map(column, ("kind", "id", "version")))
