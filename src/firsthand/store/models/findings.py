"""Findings: what the latest trace found, and what the ledger since makes of it.

``found_brief`` is a finding's membership with all that its lines rest on, as JSON; ``brief`` is
what people made of it by merging and splitting, else blank. The lines are drawn from it
again whenever an entry reaches the finding. ``found_…`` is what the trace alone said.
"""

from typing import ClassVar

from django.db import models

from firsthand.store.models.ledger import Entry


class Finding(models.Model):
    """A finding with its three lines as they hold now."""

    id = models.CharField(max_length=64, primary_key=True)
    rank = models.BigIntegerField(db_index=True)
    proposition = models.TextField()
    support = models.CharField(max_length=20, db_index=True)
    support_reason = models.TextField(blank=True)
    dispute = models.CharField(max_length=20, db_index=True)
    dispute_reason = models.TextField(blank=True)
    course_reason = models.TextField(blank=True)
    repeated_by = models.IntegerField(default=0)
    origins = models.IntegerField(default=0)
    found_support = models.CharField(max_length=20)
    found_dispute = models.CharField(max_length=20)
    found_course = models.TextField(blank=True)
    found_brief = models.TextField(blank=True)
    brief = models.TextField(blank=True)
    body = models.TextField()
    merged_into = models.CharField(max_length=64, blank=True, db_index=True)
    is_regrouped = models.BooleanField(default=False)
    split_by = models.BigIntegerField(null=True)

    class Meta:
        """Findings stand as the trace ranked them."""

        ordering: ClassVar[list[str]] = ["rank"]

    @property
    def standing_brief(self) -> str:
        """The brief that the lines are drawn from now."""
        return self.brief or self.found_brief


class FindingClaim(models.Model):
    """A claim's place in a finding: for, against, beside, taking back, or telling of its course."""

    finding = models.ForeignKey(Finding, models.CASCADE)
    claim = models.CharField(max_length=64, db_index=True)
    source = models.CharField(max_length=64, db_index=True)
    side = models.CharField(max_length=12)


class FindingSpeaker(models.Model):
    """A body that a finding's claims go through."""

    finding = models.ForeignKey(Finding, models.CASCADE)
    name = models.CharField(max_length=500, db_index=True)


class Echo(models.Model):
    """A source that derives from another, as the latest trace saw it."""

    derived = models.CharField(max_length=64, db_index=True)
    root = models.CharField(max_length=64, db_index=True)
    kind = models.CharField(max_length=12)
    body = models.TextField()


class ProposedMerge(models.Model):
    """Two findings that may say one thing, as the latest trace saw it; a person decides."""

    left = models.CharField(max_length=64)
    right = models.CharField(max_length=64)
    reason = models.TextField()


class OriginTie(models.Model):
    """Two origins that a person joined or parted."""

    entry = models.OneToOneField(Entry, models.DO_NOTHING, primary_key=True)
    left = models.TextField()
    right = models.TextField()
    are_one = models.BooleanField()


class Reached(models.Model):
    """A finding that an entry reached, and each of its lines before and after."""

    entry = models.ForeignKey(Entry, models.DO_NOTHING)
    finding = models.CharField(max_length=64, db_index=True)
    line = models.CharField(max_length=8)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
