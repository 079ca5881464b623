"""Times one projection of a case by the reference program: python3 numpy_projection.py CASE TRIALS; prints milliseconds."""

import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "fixtures" / "reference"))

from casefolder import read_case  # noqa: E402
from projection import Draws, committed_payments, posterior, to_scenario, village_incomes  # noqa: E402


def main():
    case = read_case(Path(sys.argv[1]))
    scenario = to_scenario(case, {"name": "trend"})
    trials = int(sys.argv[2])
    best = float("inf")
    for seed in range(3):
        start = time.perf_counter()
        known = posterior(scenario)
        always = np.ones((len(case.codes), trials), dtype=bool)
        for h, (income, key, _) in enumerate(village_incomes(case, scenario, Draws(seed, 0, trials), committed_payments(case, scenario), known)):
            village = income.sum(axis=1)
            always &= village >= scenario.target[:, h, None]
            key.sum(axis=0)
        always.mean(axis=1)
        np.quantile(village, [0.05, 0.25, 0.5, 0.75, 0.95], axis=-1)
        best = min(best, time.perf_counter() - start)
    print(round(best * 1000, 1))


main()
