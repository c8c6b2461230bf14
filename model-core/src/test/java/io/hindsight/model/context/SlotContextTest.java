package io.hindsight.model.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlotContextTest {
    private static final double NONE = Double.NaN;
    private static final int CHANNELS = 3;

    @Test
    void saysMeanAndNumberOfTheOthers() {
        SlotContext slot =
                context(List.of(row(1, 10), row(2, NONE), row(6, NONE), row(NONE, NONE)));

        assertThat(slot.readings()).isEqualTo(3);
        assertThat(others(slot, row(1, 10))).containsExactly(4, NONE, 2);
        assertThat(others(slot, row(2, NONE))).containsExactly(3.5, 10, 2);
        assertThat(others(slot, row(NONE, NONE))).containsExactly(3, 10, 3);
        assertThat(others(slot, null)).containsExactly(3, 10, 3);
        assertThat(others(new SlotContext(2), null)).containsExactly(NONE, NONE, 0);
    }

    @Test
    void othersAreTheSameAsIfOneselfHadNeverBeenCounted() {
        for (int seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            List<double[]> rows = rows(random);
            SlotContext all = context(rows);
            Collections.shuffle(rows, random);
            double[] own = rows.remove(0);
            int cut = random.nextInt(rows.size());
            SlotContext parts = context(rows.subList(0, cut));
            parts.add(context(rows.subList(cut, rows.size())));

            assertThat(others(all, own)).as("seed %d", seed).containsExactly(others(parts, null));
            parts.add(own);
            assertThat(parts).as("seed %d", seed).isEqualTo(all).hasSameHashCodeAs(all);
            assertThat(bytes(parts)).as("seed %d", seed).isEqualTo(bytes(all));
        }
    }

    @Test
    void comesBackAsItWasWritten() throws IOException {
        for (int seed = 1; seed <= 100; seed++) {
            SlotContext slot = context(rows(new Random(seed)));

            assertThat(read(bytes(slot))).as("seed %d", seed).isEqualTo(slot);
        }
        assertThat(bytes(new SlotContext(CHANNELS))).hasSize(7 + CHANNELS * 6);
    }

    /** 1.5 is 3 · 2^20 in units of 2^(32 · 4 − 149). */
    @Test
    void hasTheBytesOfItsVersion() {
        SlotContext slot = new SlotContext(2);
        slot.add(row(1.5, NONE));

        assertThat(HexFormat.ofDelimiter(" ").formatHex(bytes(slot)))
                .isEqualTo(
                        "01 00 00 00 01 00 02 00 00 00 01 00 10 00 00 00 00 00 30 00 00"
                                + " 00 00 00 00 00 00");
    }

    @Test
    void refusesAnotherVersionAndBinsThatThereAreNot() {
        byte[] newer = bytes(new SlotContext(1));
        newer[0] = 2;
        byte[] more = bytes(new SlotContext(1));
        more[11] = 2;

        assertThatThrownBy(() -> read(newer))
                .isInstanceOf(IOException.class)
                .hasMessage("slot context must be of version 1: 2");
        assertThatThrownBy(() -> read(more))
                .isInstanceOf(IOException.class)
                .hasMessage("bins must be 9: bits 512");
    }

    @Test
    void aCopyGoesItsOwnWay() {
        SlotContext slot = context(List.of(row(1, 2)));
        SlotContext copy = slot.copy();
        copy.add(row(3, 4));

        assertThat(slot).isEqualTo(context(List.of(row(1, 2)))).isNotEqualTo(copy);
    }

    private static List<double[]> rows(Random random) {
        List<double[]> rows = new ArrayList<>();
        for (int k = 2 + random.nextInt(20); k > 0; k--) {
            double[] row = new double[CHANNELS];
            for (int d = 0; d < CHANNELS; d++) {
                row[d] = random.nextInt(3) == 0 ? NONE : 100 * random.nextGaussian();
            }
            rows.add(row);
        }
        return rows;
    }

    private static SlotContext context(List<double[]> rows) {
        SlotContext context = new SlotContext(rows.isEmpty() ? CHANNELS : rows.get(0).length);
        rows.forEach(context::add);
        return context;
    }

    private static double[] others(SlotContext slot, double[] own) {
        double[] out = new double[slot.predicted() + 1];
        slot.writeOthers(own, out, 0);
        return out;
    }

    private static byte[] bytes(SlotContext slot) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            SlotContextCodec.write(slot, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new AssertionError("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static SlotContext read(byte[] bytes) throws IOException {
        return SlotContextCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static double[] row(double... values) {
        return values;
    }
}
