"""How well predicted claims agree with gold, measured as GUIDE.md's "Scoring" says.

Claims are compared in their interchange form (mappings of slots), not as values of `muster.model`, because gold
may hold what Muster itself would never say. The figures agree with the reference scorer to the last digit.
"""

from muster.score.gold import GoldDocument, held_apart, read_gold, read_predictions
from muster.score.tally import Difference, Figures, Score, score

__all__ = ["Difference", "Figures", "GoldDocument", "Score", "held_apart", "read_gold", "read_predictions", "score"]
