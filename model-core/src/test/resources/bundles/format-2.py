"""Makes format-2.safetensors and ../states/version-3.bin from their descriptions, and works the
step out in float64, to be compared with the bits in format-2.txt. NumPy alone; see README.md."""

import hashlib
import json
import struct
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
HOUR = 3_600_000
DAY = 24 * HOUR
START = 1_709_251_200_000
N, GIVEN, H, P = 4, 1, 6, 2  # channels, given ones, hidden units, lags
D = N - GIVEN
BINS, RATES, LAGS = 24, 2, P + 1
SITUATIONS, LEVELS = 21, 4
I, PRIOR = 6 * N + 4, 4 * N + 4
NONE = float("nan")
SLOTS = [0, 1, 2, 3, 6, 7]
VALUES = [
    [12.5, 1013.25, -0.125, 20],
    [13, NONE, -0.1245, 20],
    [NONE, NONE, NONE, 21],
    [900, 1010, -0.1255, NONE],
    [11, 1011, NONE, 21],
    [10.5, NONE, -0.126, 21.5],
]


def numbers():
    random = np.random.default_rng(20240302)

    def uniform(bound, *shape):
        return random.uniform(-bound, bound, shape).astype("<f4")

    bound = 1 / np.sqrt(H)
    factor = uniform(0.5, N, N)
    transition = uniform(0.1, P, N, N)
    transition[0] += 0.5 * np.eye(N, dtype="<f4")
    noise = (factor @ factor.T + 0.01 * np.eye(N)).astype("<f4")
    return {
        "weight_ih_l0": uniform(bound, 4 * H, I),
        "weight_hh_l0": uniform(bound, 4 * H, H),
        "bias_ih_l0": uniform(bound, 4 * H),
        "bias_hh_l0": uniform(bound, 4 * H),
        "norm.weight": 1 + uniform(0.2, H),
        "norm.bias": uniform(0.2, H),
        "predict.weight": uniform(bound, 2 * D, H + PRIOR),
        "predict.bias": uniform(bound, 2 * D),
        "impute.weight": uniform(bound, 4 * D, H + I),
        "impute.bias": uniform(bound, 4 * D),
        "shrink": 0.75 + uniform(0.5, 3, D),
        "spread.table": 1 + uniform(0.5, SITUATIONS, LEVELS, D),
        "anchor.profile": uniform(1, BINS, N),
        "anchor.rates": np.array([0.1, 0.3], "<f4"),
        "anchor.transition": transition,
        "anchor.season": uniform(0.4, RATES, LAGS, N),
        "anchor.noise": (noise + noise.T) / 2,
        "anchor.measurement": np.full(N, 1e-4, "<f4"),
        "normaliser.mean": np.array([11.5, 1010, -0.125, 20], "<f8"),
        "normaliser.scale": np.array([4, 8, 0.001, 2], "<f8"),
        "bounds": np.array([[-40, 900, -np.inf], [60, 1011, 0]], "<f8"),
    }


def bundle(tensors):
    def text(value):
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False)

    blank = "0" * 64
    header = {
        "__metadata__": {
            "format": "2",
            "sha256": blank,
            "cell": "lstm",
            "hidden_size": str(H),
            "channels": text(["air temperature", "pressure", "flow", "set point"]),
            "given": str(GIVEN),
            "units": text(["°C", "hPa", "", "°C"]),
            "interval_ms": str(HOUR),
            "periods_ms": text([DAY, 7 * DAY]),
            "anchor": "filter",
            "anchor_order": str(P),
            "anchor_form": "full",
            "anchor_rates": str(RATES),
            "season_ms": str(DAY),
            "season_bins": str(BINS),
            "note.origin": "made by a Python script, “by the page”",
            "note.seed": "20240302",
        }
    }
    data = b""
    for name, values in tensors.items():
        end = len(data) + values.nbytes
        header[name] = {
            "dtype": {"<f4": "F32", "<f8": "F64"}[values.dtype.str],
            "shape": list(values.shape),
            "data_offsets": [len(data), end],
        }
        data += values.tobytes()
    head = text(header).encode()
    head += b" " * (-len(head) % 8)
    file = struct.pack("<Q", len(head)) + head + data
    digest = hashlib.sha256(file).hexdigest()
    return file.replace(blank.encode(), digest.encode(), 1)


def state():
    h, c, age, seen = [0.5, -0.25, 0.125], [1.5, -2.5, 3.5], [0, 17], [True, False]
    lags = [0.75, -8, 0.1, 1e-300]
    covariance = [1, 0.5, 2, 0.25, 0.375, 3, 0.125, 0.0625, -0.5, 64]
    profiles, past, visits = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6], [-0.5, 0.25, -0.125, 1e-30], [0, 1, 30000]
    own = [(3, 0.5, 2.25, 0.25, 1.5), (400, -12, 1e3, -10, 0.05)]
    return (
        struct.pack(">bqqq", 3, START, 1234, 7)
        + struct.pack(">hh3f3f2f2?", 3, 2, *h, *c, *age, *seen)
        + struct.pack(">5i", 4, 4, 6, 4, 3)
        + struct.pack(">4d10d6f4f3H", *lags, *covariance, *profiles, *past, *visits)
        + struct.pack(">h", 2)
        + b"".join(struct.pack(">idddd", *channel) for channel in own)
        + struct.pack(">?qqii", True, START - HOUR, START, 2, 1)
        + struct.pack(">qfidff", START, 4.5, 1, 0.5, 0.25, 2)
    )


class Step:
    def __init__(self, tensors):
        self.t = {name: values.astype(float) for name, values in tensors.items()}
        self.h, self.c = np.zeros(H), np.zeros(H)
        self.age, self.seen = np.zeros(N), np.zeros(N, bool)
        self.x, self.p = np.zeros(P * N), np.eye(P * N)
        self.running = np.zeros((RATES, BINS, N))
        self.past = np.zeros((LAGS - 1, RATES, N))
        self.visits = np.zeros(BINS)
        self.companion = np.eye(P * N, k=-N)
        self.companion[:N] = np.concatenate(self.t["anchor.transition"], axis=1)

    def deviation(self):
        return np.sqrt(np.diag(self.p)[:N] + self.t["anchor.measurement"])

    def predict_anchor(self, time):
        self.bin = time % DAY // HOUR
        level = self.t["anchor.profile"][self.bin]
        now = np.concatenate([self.running[None, :, self.bin], self.past])
        drift = np.einsum("rjn,jrn->n", self.t["anchor.season"], now)
        self.x = self.companion @ self.x
        self.x[:N] += drift
        self.p = self.companion @ self.p @ self.companion.T
        self.p[:N, :N] += self.t["anchor.noise"]
        self.prior, self.prior_scale = level + self.x[:N], self.deviation()
        self.profile = level + self.running[0, self.bin]

    def observe_anchor(self, z):
        level, s = self.t["anchor.profile"][self.bin], np.flatnonzero(~np.isnan(z))
        if s.size:
            total = self.p[np.ix_(s, s)] + np.diag(self.t["anchor.measurement"][s])
            gain = self.p[:, s] @ np.linalg.inv(total)
            self.x = self.x + gain @ (z[s] - level[s] - self.x[s])
            self.p = self.p - gain @ self.p[s]
        self.filled = np.where(np.isnan(z), level + self.x[:N], z)
        self.scale = self.deviation()
        self.visits[self.bin] += 1
        self.past = np.concatenate([self.running[None, :, self.bin], self.past[:-1]])
        rate = np.maximum(self.t["anchor.rates"], 1 / self.visits[self.bin])[:, None]
        self.running[:, self.bin] += rate * (self.filled - level - self.running[:, self.bin])

    def calendar(self, time):
        phases = [2 * np.pi * (time % period) / period for period in (DAY, 7 * DAY)]
        return [f(phase) for phase in phases for f in (np.sin, np.cos)]

    def normed(self):
        off = self.h - self.h.mean()
        return (
            self.t["norm.weight"] * off / np.sqrt((off**2).mean() + 1e-5) + self.t["norm.bias"]
        )

    def row_before(self, time):
        prior = self.prior
        return np.concatenate(
            [np.clip(prior, -6, 6), np.log(self.prior_scale) + 1, np.log1p(self.age) / 2]
            + [np.clip(self.profile - prior, -6, 6), self.calendar(time)]
        )

    def recur(self, time, z):
        self.observe_anchor(z)
        seen = ~np.isnan(z)
        self.seen |= seen
        self.age = np.where(seen, 0, self.age + 1)
        innovation = np.clip((np.where(seen, z, self.prior) - self.prior) / self.prior_scale, -6, 6)
        self.row = np.concatenate(
            [np.clip(self.filled, -6, 6), seen, innovation, ~seen * (np.log(self.scale) + 1)]
            + [np.log1p(self.age) / 2, np.clip(self.profile - self.filled, -6, 6)]
            + [self.calendar(time)]
        )
        gates = self.t["weight_ih_l0"] @ self.row + self.t["bias_ih_l0"]
        gates += self.t["weight_hh_l0"] @ self.h + self.t["bias_hh_l0"]
        i, f, g, o = np.split(gates, 4)
        self.c = self.c / (1 + np.exp(-f)) + np.tanh(g) / (1 + np.exp(-i))
        self.h = np.tanh(self.c) / (1 + np.exp(-o))
        self.silent = not seen[:D].any()

    def answer(self, head, base, unit, occasion, situations):
        mean, scale = self.t["normaliser.mean"][:D], self.t["normaliser.scale"][:D]
        z = base[:D] + self.t["shrink"][occasion] * unit[:D] * head[:D]
        width = unit[:D] * np.exp(np.clip(head[D : 2 * D], -4, 4))
        factor = [self.t["spread.table"][s, 2, d] for d, s in enumerate(situations)]
        spread = width * scale * np.array(factor) * 2.1318467863266495 / 1.6448536269514722
        return np.clip(mean + scale * z, *self.t["bounds"]), z, width * scale, spread

    def step(self, time, values):
        mean, scale = self.t["normaliser.mean"], self.t["normaliser.scale"]
        raw = (np.array(values) - mean) / scale
        self.predict_anchor(time)
        head = self.t["predict.weight"] @ np.concatenate([self.normed(), self.row_before(time)])
        head += self.t["predict.bias"]
        situations = np.full(D, 10)
        expected, z, width, spread = self.answer(head, self.prior, self.prior_scale, 2, situations)
        t = np.abs((raw[:D] - z) / (width / scale[:D]))
        s = t / np.sqrt(4 + t**2)
        scores = np.where(self.seen[:D], -np.log10((4 / ((4 + t**2) * (1 + s))) ** 2 * (2 + s) / 2), NONE)
        count = np.count_nonzero(~np.isnan(scores))
        score = NONE
        if count:
            score = -np.log10(-np.expm1(count * np.log1p(-(10 ** -np.nanmax(scores)))))
        self.recur(time, np.clip(raw, -8, 8))
        imputed = np.full(D, NONE)
        holes = np.isnan(raw[:D])
        if holes.any():
            head = self.t["impute.weight"] @ np.concatenate([self.normed(), self.row])
            head += self.t["impute.bias"]
            head[:D] += head[3 * D :] / (1 + np.exp(-head[2 * D : 3 * D]))
            bucket = np.searchsorted([1, 3, 8, 16], self.age[:D]) + 5 * self.silent
            occasion = 1 if self.silent else 0
            means, _, widths, spreads = self.answer(head, self.filled, self.scale, occasion, bucket)
            imputed = np.where(holes, means, NONE)
            width = np.where(holes, widths, width)
            spread = np.where(holes, spreads, spread)
            situations = np.where(holes, bucket, situations)
        return [*scores, *expected, *spread, *width, *imputed, *situations, score]


def answers(tensors):
    step = Step(tensors)
    lines = []
    for k, (slot, values) in enumerate(zip(SLOTS, VALUES)):
        for missed in range(SLOTS[k - 1] + 1 if k else 0, slot):
            step.predict_anchor(START + missed * HOUR)
            step.recur(START + missed * HOUR, np.full(N, NONE))
        lines.append(step.step(START + slot * HOUR, values))
    return np.array(lines)


if __name__ == "__main__":
    tensors = numbers()
    files = {
        HERE / "format-2.safetensors": bundle(tensors),
        HERE.parent / "states" / "version-3.bin": state(),
    }
    for path, content in files.items():
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        print(path.name, "is the same" if path.read_bytes() == content else "DIFFERS")
    expected = answers(tensors)
    text = HERE / "format-2.txt"
    if text.exists():
        lines = [line for line in text.read_text().splitlines() if not line.startswith("#")]
        read = lambda word: float.fromhex(word) if "x" in word else float(word)
        bits = np.array([[read(word) for word in line.split()] for line in lines])
        assert np.array_equal(np.isnan(bits), np.isnan(expected))
        off = np.nanmax(np.abs(bits - expected) / np.maximum(np.abs(expected), 1e-3))
        print("largest relative difference of an answer:", off)
    else:
        np.savetxt(sys.stdout, expected, "%.6g")
