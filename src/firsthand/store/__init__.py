"""Where a case is kept: the only home of Django models, SQL, Daft and Ray.

What may live here: what fulfils the Protocols of ``record``, tables drawn from entries, evidence on
disk, search. Rules belong in ``record``: read through querysets freely, write only through it.
"""

from firsthand.store.boot import boot

boot()
