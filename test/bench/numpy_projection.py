"""Times the model vectorised in numpy: python3 numpy_projection.py CASE TRIALS; prints milliseconds as JSON.

`first`: one projection by the reference program, from a fresh seed. `moved`: what is summed up of a projection again when
only a growth rate has moved. The draws do not depend on it, so each stream's income about its expected value is kept, and
the rest is multiply-add; the program first checks that this gives the same incomes as a projection anew.
"""

import json
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "fixtures" / "reference"))

from casefolder import KEY_INDUSTRIES, MODES, read_case  # noqa: E402
from projection import (  # noqa: E402
    Draws,
    committed_payments,
    posterior,
    receipts_per_yuan,
    shocks,
    stream_incomes,
    to_scenario,
    village_incomes,
)

PERCENTILES = [0.05, 0.25, 0.5, 0.75, 0.95]
KEY_INDUSTRY_FLOOR = 5_000


class NoDraws:
    """Every normal at zero, every uniform at one: what is expected, in one trial. Nothing ends, fails or is late."""

    trials = 1

    def normal(self, *key, rows=None):
        return np.zeros(1 if rows is None else (rows, 1))

    def uniform(self, *key, rows=None):
        return np.ones(1 if rows is None else (rows, 1))


def moved(rate):
    return {"name": "moved", "growth": [{"mode": "INDUSTRY", "rate": rate, "weight": 0.5}]}


def first_projection(case, scenario, seed, trials):
    """What the reference program counts of every trial, with the quantiles of the last year."""
    draws, known = Draws(seed, 0, trials), posterior(scenario)
    always = np.ones((len(case.codes), trials), dtype=bool)
    for h, (income, key, _) in enumerate(village_incomes(case, scenario, draws, committed_payments(case, scenario), known)):
        village = income.sum(axis=1)
        always &= village >= scenario.target[:, h, None]
        key.sum(axis=0)
    always.mean(axis=1)
    np.quantile(village, PERCENTILES, axis=-1)


class Kept:
    """Rows of single precision, sorted by village: a stream's or a payment's income about what is expected, in every trial."""

    def __init__(self, case, scenario, seed, trials):
        self.case, self.fit = case, scenario.fit
        fit, streams = scenario.fit, scenario.fit.data.streams
        draws, known = Draws(seed, 0, trials), posterior(scenario)
        row = {code: index for index, code in enumerate(case.codes)}
        free = without_floor(scenario)
        drawn = shocks(scenario, draws, known)
        incomes = stream_incomes(free, draws, drawn)
        expected = stream_incomes(free, NoDraws(), shocks(scenario, NoDraws(), known))
        _, county, mode, park, _, _ = drawn
        self.payments = committed_payments(case, scenario)
        self.shift_before = self.shock_means(scenario)

        self.years = []
        dues = [receipts_per_yuan(scenario, draws, with_terms(p, late=0.0), county, mode, park) for p in self.payments]
        late = [[draws.uniform("lateness", year, *fate(p)) < p.terms.late for year in scenario.years] for p in self.payments]
        for h in range(scenario.horizon):
            entries = []
            for s, stream in enumerate(streams):
                if fit.alive[s]:
                    factor = incomes[h][s] / expected[h][s]
                    entries.append((row[stream.village], fit.mode[s], stream.industry, ("stream", s, h), factor))
                elif h == 0:
                    entries.append((row[stream.village], fit.mode[s], stream.industry, ("stream", s, h), np.zeros(trials)))
            for p, payment in enumerate(self.payments):
                m = MODES.index(payment.terms.mode)
                entries.append((payment.village, m, payment.industry, ("due", p, h), np.where(late[p][h], 0.0, dues[p][h])))
                if h > 0:
                    entries.append((payment.village, m, payment.industry, ("due", p, h - 1), np.where(late[p][h - 1], dues[p][h - 1], 0.0)))
            if h == 0:
                for state in fit.data.projects:
                    if state.rule == "received":
                        for r in state.receipts:
                            entries.append((row[r.village], MODES.index(r.mode), r.industry, ("received", r.fen / 100, h), np.zeros(trials)))
            entries.sort(key=lambda entry: entry[0])
            self.years.append(Year(entries, len(case.codes)))

    def shock_means(self, scenario):
        """Log of what a payment's dues are expected to be moved by, [payment][year]: known of the running year only."""
        _, county, mode, park, _, _ = shocks(scenario, NoDraws(), posterior(scenario))
        return [
            [
                (county[h] + mode[h][MODES.index(p.terms.mode)] + (park[h][self.fit.parks.index(p.terms.park)] if p.terms.park else 0.0))[0]
                for h in range(scenario.horizon)
            ]
            for p in self.payments
        ]

    def incomes(self, scenario):
        """Income [village, trial] of every projected year, and the scale of its rows."""
        fit, received = scenario.fit, scenario.fit.data.received
        expected = stream_incomes(without_floor(scenario), NoDraws(), shocks(scenario, NoDraws(), posterior(scenario)))
        shift = self.shock_means(scenario)
        result = []
        for h, year in enumerate(self.years):
            scale, floor = np.zeros(len(year.what)), np.zeros(len(year.what))
            for index, (kind, which, when) in enumerate(year.what):
                if kind == "stream":
                    scale[index] = expected[h][which, 0] if fit.alive[which] else 0.0
                    floor[index] = received[which] if h == 0 else 0.0
                elif kind == "due":
                    payment = self.payments[which]
                    scale[index] = payment.capital * np.exp(shift[which][when] - self.shift_before[which][when])
                    floor[index] = payment.received if h == 0 else 0.0
                else:
                    floor[index] = which
            result.append((year.village_sums(scale, floor), scale))
        return result

    def summary(self, scenario):
        """What is asked of a projection's last year, and the chance of every year."""
        incomes = self.incomes(scenario)
        always = np.ones(incomes[0][0].shape, dtype=bool)
        for h, (income, _) in enumerate(incomes):
            hit = income >= scenario.target[:, h, None].astype(np.float32)
            always &= hit
        income, scale = incomes[-1]
        year = self.years[-1]
        scale = scale.astype(np.float32)
        total = income.sum(axis=0)
        by_row = year.means * scale
        return (
            hit.mean(axis=1),
            always.mean(axis=1),
            hit.sum(axis=0),
            quantiles(income),
            np.maximum(scenario.target[:, -1, None].astype(np.float32) - income, 0).mean(axis=1),
            [np.bincount(year.village[year.mode == m], by_row[year.mode == m], len(self.case.codes)) for m in range(len(MODES))],
            (scale[year.industry] @ year.industry_rows >= total / 2).mean(),
            (scale[year.key] @ year.key_rows >= total / 2).mean(),
            year.floor_holds(scale).mean(),
            quantiles(total),
        )


class Year:
    def __init__(self, entries, villages):
        self.village = np.array([entry[0] for entry in entries])
        self.mode = np.array([entry[1] for entry in entries])
        self.what = [entry[3] for entry in entries]
        self.rows = np.array([entry[4] for entry in entries], dtype=np.float32)
        self.means = self.rows.mean(axis=1)
        bounds = np.searchsorted(self.village, np.arange(villages + 1))
        self.bounds = list(zip(bounds[:-1], bounds[1:]))
        self.industry = np.nonzero(self.mode == MODES.index("INDUSTRY"))[0]
        self.key = np.nonzero([entry[2] in KEY_INDUSTRIES for entry in entries])[0]
        self.industry_rows, self.key_rows = self.rows[self.industry], self.rows[self.key]
        key_bounds = np.searchsorted(self.village[self.key], np.arange(villages + 1))
        self.key_bounds = [(start, end) for start, end in zip(key_bounds[:-1], key_bounds[1:]) if end > start]

    def village_sums(self, scale, floor):
        """Matrix products where nothing has been received yet: they read every row once and write no product."""
        scale = scale.astype(np.float32)
        sums = np.zeros((len(self.bounds), self.rows.shape[1]), dtype=np.float32)
        for village, (start, end) in enumerate(self.bounds):
            if floor[start:end].any():
                amounts = scale[start:end, None] * self.rows[start:end]
                np.maximum(amounts, floor[start:end, None].astype(np.float32), out=amounts)
                amounts.sum(axis=0, out=sums[village])
            else:
                np.matmul(scale[start:end], self.rows[start:end], out=sums[village])
        return sums

    def floor_holds(self, scale):
        """Whether every related village gets the floor from key industries, by trial."""
        scale = scale[self.key]
        holds = np.ones(self.rows.shape[1], dtype=bool)
        for start, end in self.key_bounds:
            holds &= scale[start:end] @ self.key_rows[start:end] >= KEY_INDUSTRY_FLOOR
        return holds


def quantiles(values):
    """Quantiles of type 7 along the last axis. Sorting single precision is four times as fast as np.quantile."""
    ordered = np.sort(values, axis=-1)
    place = np.array(PERCENTILES) * (values.shape[-1] - 1)
    below = place.astype(int)
    part = (place - below).astype(np.float32)
    return ordered[..., below] * (1 - part) + ordered[..., below + 1] * part


def with_terms(payment, **terms):
    return replace(payment, terms=replace(payment.terms, **terms))


def without_floor(scenario):
    """Streams that have received something keep that they have, but not that they bring at least as much."""
    fit = scenario.fit
    received = np.where(fit.data.received > 0, 1e-300, 0.0)
    return replace(scenario, fit=replace(fit, data=replace(fit.data, received=received)))


def fate(payment):
    """What the fate of a payment is drawn for, as the reference program names it."""
    return ("park", payment.terms.park) if payment.terms.park else (payment.kind, payment.terms.code, payment.village)


def check(case, kept, scenario, seed, trials):
    anew = village_incomes(case, scenario, Draws(seed, 0, trials), committed_payments(case, scenario), posterior(scenario))
    for (again, _), (income, _, _) in zip(kept.incomes(scenario), anew):
        np.testing.assert_allclose(again, income.sum(axis=1), rtol=1e-4, atol=0.01)


def best(runs):
    """The fastest of several runs, milliseconds."""
    taken = []
    for run in runs:
        start = time.perf_counter()
        run()
        taken.append((time.perf_counter() - start) * 1000)
    return round(min(taken), 1)


def main():
    case, trials, seed = read_case(Path(sys.argv[1])), int(sys.argv[2]), 1
    trend = to_scenario(case, {"name": "trend"})
    kept = Kept(case, to_scenario(case, moved(0.1)), seed, trials)
    scenarios = [to_scenario(case, moved(0.1 + step / 1000)) for step in range(1, 16)]
    check(case, kept, scenarios[-1], seed, trials)
    result = {
        "first": best([lambda seed=seed: first_projection(case, trend, seed, trials) for seed in range(3)]),
        "moved": best([lambda scenario=scenario: kept.summary(scenario) for scenario in scenarios]),
    }
    print(json.dumps(result))


main()
