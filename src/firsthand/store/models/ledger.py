"""The ledger's own tables. All others are drawn from these, and can be drawn anew.

Triggers (first migration) refuse to change or delete an entry; content is only ever deleted, by an
erasure, and never changed but for the wrapping of its key.
"""

from typing import ClassVar

from django.db import models


class Entry(models.Model):
    """One entry: who, when, why, and its place in the chain."""

    id = models.BigIntegerField(primary_key=True)
    at = models.CharField(max_length=27)
    author = models.CharField(max_length=200)
    reason = models.TextField(blank=True)
    kind = models.CharField(max_length=40, db_index=True)
    before = models.CharField(max_length=64)
    commitment = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        """Entries stand in the order in which they were written."""

        ordering: ClassVar[list[str]] = ["id"]


class Content(models.Model):
    """An entry's sealed content, and the key that opens it; gone once erased.

    Where ``is_confidential``, the key is wrapped under the case's key.
    """

    entry = models.OneToOneField(Entry, models.DO_NOTHING, primary_key=True)
    salt = models.BinaryField()
    sealed = models.BinaryField()
    key = models.BinaryField()
    is_confidential = models.BooleanField(default=False)


class Subject(models.Model):
    """What an entry is about: the way from a source, claim, finding or entity to its entries."""

    entry = models.ForeignKey(Entry, models.DO_NOTHING)
    subject = models.CharField(max_length=200, db_index=True)


class Head(models.Model):
    """The last entry as it was when it was written: one row, with the id 1."""

    number = models.BigIntegerField()
    digest = models.CharField(max_length=64)


class Setting(models.Model):
    """What the case's files must know of themselves: its id, its form, its key under passphrase."""

    name = models.CharField(max_length=40, primary_key=True)
    value = models.TextField()
