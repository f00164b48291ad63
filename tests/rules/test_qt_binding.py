import subprocess
import sys

SOAK = """
from PySide6.QtCore import QObject
item = QObject()
for _ in range(100_000):
    item.setObjectName("a")
print(item.objectName())
"""


def test_a_hundred_thousand_void_calls_do_not_wear_out_none() -> None:
    soak = subprocess.run([sys.executable, "-c", SOAK], capture_output=True, text=True, check=False)
    assert (soak.returncode, soak.stdout) == (0, "a\n"), soak.stderr
