"""One batch of a bidirectional recurrent layer in PyTorch, on one thread.

Arguments: the file with weights, inputs and targets (little-endian float32),
the cell (LSTM or GRU), steps, batch, inputs and units a direction.
Says the version of torch first. Each line it then reads is a number n; it runs
n batches and answers with the loss, the gradient's norm and n times in ms.
"""

import sys
import time

import torch

torch.set_num_threads(1)
path, cell = sys.argv[1:3]
steps, batch, inputs, hidden = map(int, sys.argv[3:])

net = getattr(torch.nn, cell)(inputs, hidden, bidirectional=True)
with open(path, "rb") as file:
    values = torch.frombuffer(bytearray(file.read()), dtype=torch.float32)


def take(*shape):
    global values
    size = torch.Size(shape).numel()
    taken, values = values[:size].view(shape), values[size:]
    return taken


with torch.no_grad():
    for parameter in net.parameters():
        parameter.copy_(take(*parameter.shape))
x = take(steps, batch, inputs)
target = take(steps, batch, 2 * hidden)

print(torch.__version__, flush=True)
for line in sys.stdin:
    times = []
    for _ in range(int(line)):
        begin = time.perf_counter()
        net.zero_grad(set_to_none=True)
        loss = torch.nn.functional.mse_loss(net(x)[0], target)
        loss.backward()
        times.append(1000 * (time.perf_counter() - begin))
    norm = torch.sqrt(sum((p.grad.double() ** 2).sum() for p in net.parameters()))
    print(loss.item(), norm.item(), *times, flush=True)
