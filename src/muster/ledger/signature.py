"""What a text is recognised by in near-identical copies: its MinHash."""

from struct import pack, unpack

# Enough that texts of which half is the same are told from those of which a third is, four times in five.
PERMUTATIONS = 64
# Words that stand together: so many are rarely the same by chance.
SHINGLE = 5


def signature(text: str) -> bytes:
    """The MinHash of the text's runs of five words, case aside: 64 numbers of 32 bits, the first byte the lowest.

    Two texts share as large a part of these numbers, about, as of all the runs in either. Empty for a text of fewer
    words.
    """
    # Imported here: only what adds documents needs it.
    from rensa import RMinHash

    words = text.casefold().split()
    runs = {" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
    if not runs:
        return b""
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=1)
    minhash.update(sorted(runs))
    return pack(f"<{PERMUTATIONS}I", *minhash.digest())


def numbers(written: bytes) -> tuple[int, ...]:
    """The numbers of a signature as the ledger keeps it."""
    return unpack(f"<{len(written) // 4}I", written)
