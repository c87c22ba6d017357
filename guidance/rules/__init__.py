"""The law of levels as plain Python: no Django, no clock, no database; time is an argument.

How a publication uses it (all names are importable from `guidance.rules.timeline`):

1. ``needs_since(act) -> datetime``: load the periods and measure spans with ``ends_at`` empty or
   ``>=`` that instant (for a WITHDRAW also all of the withdrawn declaration), and build
   ``Timeline.from_periods(periods, spans, complete_since=that_instant)``.
2. ``apply(tree, timeline, act, target=None) -> Applied(timeline, kind, outcomes)`` raises a
   ``RuleError`` (``errors.py``) or ``NeedsEarlierPeriods(since)``: load more and ask again.
   A CORRECT needs ``target``, the act that it corrects; it changes nothing.
3. ``difference(before, after) -> Difference(removed, added, removed_spans, added_spans)``: the rows
   to delete and to insert. Every field of ``Period`` and ``MeasureSpan`` is a column.
4. A WITHDRAW: ``withdraw(tree, timeline, act, target=..., withdrawn=..., acts=..., start=...)``
   ``-> Withdrawal(applied, checkpoints)``. ``start`` is the last ``Checkpoint`` with a sequence
   before the target's, or None; ``acts`` are all acts after it, in order (those withdrawn may be
   among them: ``withdrawn`` names their sequences). On ``NeedsEarlierPeriods`` ask again with
   ``start=None`` and all acts. Then forget the checkpoints from the target on, and keep the new.
5. Checkpoints: ``checkpoint_after(tree, start, acts, withdrawn=...) -> Checkpoint`` advances
   the last one (None: the beginning) over the acts since; ``checkpoint.to_json()`` and
   ``Checkpoint.from_json(value)`` go to and from plain JSON values. One every 1,000 acts or so.

``fold(tree, acts) -> Timeline`` does it all from the beginning; a refusal carries ``error.act``.
``situation(tree, timeline, at, only=None) -> Situation`` (``situation.py``) answers an instant, or
raises ``NeedsEarlierPeriods(since)`` when a run may reach back before ``complete_since``.
"""
