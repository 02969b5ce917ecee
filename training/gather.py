"""Put all gold in one folder for training: `python training/gather.py FOLDER`.

`training/gold` as `learned`, and `authored`, `apart` and `examples` of `tests/gold`; `dev`, `unsg` and `seeds` of
`../shared/gold`, if it is there. Raises FileExistsError if the folder exists.
"""

import shutil
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
SHARED = REPOSITORY.parent / "shared" / "gold"


def main() -> None:
    sys.path.insert(0, str(REPOSITORY / "tests"))
    from own_gold import beside_each_other

    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)
    beside_each_other(REPOSITORY, folder)
    shutil.copytree(REPOSITORY / "training" / "gold", folder / "learned")
    for name in ("dev", "unsg", "seeds"):
        if (SHARED / name).is_dir():
            shutil.copytree(SHARED / name, folder / name)


if __name__ == "__main__":
    main()
