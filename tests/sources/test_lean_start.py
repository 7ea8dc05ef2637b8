import subprocess
import sys
from pathlib import Path

from tests.sources.building import STORY, folder_with

PROGRAM = """
import sys
from firsthand.sources.reading import read_sources
assert len(read_sources([sys.argv[1]]).sources) == 1
heavy = {"trafilatura", "lxml", "pypdfium2", "docx", "warcio", "numpy", "httpx",
         "charset_normalizer", "email.utils", "socket"}
print(sorted(heavy & set(sys.modules)))
"""


def test_reading_a_text_file_loads_no_library_of_another_format(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.txt": STORY})

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
