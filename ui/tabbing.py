"""Tab goes in the order of reading, also through what was built anew, which Qt's own chain only knows at its end.

What goes away while it has the keys hands them back to what stands before it, so that nobody is carried off: Qt would
go on to what stands behind, and from the end of a page into the header, where Enter clocks out.
"""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QWidget

from ui.scrolling import area_of, bring_into_view


def step(window: QWidget, *, forward: bool) -> bool:
    """What `QWidget.focusNextPrevChild` is for; False where nothing can have the keys."""
    here = QApplication.focusWidget()
    order = [one for one in _in_order(window, here) if one is here or _can_have_keys(one)]
    if here is None or here not in order:
        found = order[0 if forward else -1] if order else None
    else:
        found = _near(order, here, forward=forward and _can_have_keys(here))
    if found is None:
        return False
    found.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    bring_into_view(found)
    return True


def stops(part: QWidget) -> list[QWidget]:
    """What Tab stops at within a part. Never by way of `nextInFocusChain`: PySide takes what that gives for a child of
    what it was asked of, and for gone when that goes."""
    return [one for one in _in_order(part, None) if one is not part and _can_have_keys(one)]


def _near(order: list[QWidget], here: QWidget, *, forward: bool) -> QWidget | None:
    place = order.index(here)
    others = order[place + 1 :] + order[:place]
    if not _can_have_keys(here):
        area = area_of(here)
        before, behind = ([one for one in some if area_of(one) is area] for some in (order[:place], order[place:]))
        others = before or behind[:0:-1] or others
    return others[0 if forward else -1] if others else None


def _in_order(part: QWidget, here: QWidget | None) -> Iterator[QWidget]:
    if not part.isVisible() and not (here is not None and (part is here or part.isAncestorOf(here))):
        return
    if part is here or part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield part
    for child in _children(part):
        yield from _in_order(child, here)


def _children(part: QWidget) -> Iterator[QWidget]:
    inside = [one for one in part.children() if isinstance(one, QWidget) and not one.isWindow()]
    layout = part.layout()
    laid = list(_laid_out(layout, inside)) if layout is not None else []
    yield from laid
    yield from sorted((one for one in inside if one not in laid), key=lambda one: (one.y(), one.x()))


def _laid_out(layout: QLayout, parts: list[QWidget]) -> Iterator[QWidget]:
    """Never by way of `itemAt`: Qt ends the items of a layout without a word to PySide, which keeps what it has given,
    and takes whatever is made at that address next for two at once; when that goes, the program crashes."""
    inside: list[QWidget | QLayout] = [*parts, *(one for one in layout.children() if isinstance(one, QLayout))]
    placed = [(place, one) for one in inside if (place := layout.indexOf(one)) >= 0]
    for _, one in sorted(placed, key=lambda each: _position(layout, each[0])):
        if isinstance(one, QLayout):
            yield from _laid_out(one, parts)
        else:
            yield one


def _position(layout: QLayout, place: int) -> tuple[int, ...]:
    return cast(tuple[int, ...], layout.getItemPosition(place)) if isinstance(layout, QGridLayout) else (place,)


def _can_have_keys(part: QWidget) -> bool:
    return part.isVisible() and part.isEnabled() and part.focusProxy() is None
