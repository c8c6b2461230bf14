package io.hindsight.model.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same recording, asked twice as often, has about the same alarms. */
class RhythmOfPiecesTest {
    private static final int RISE_BEATS = 12;

    static Stream<Arguments> pieces() {
        Piece wind = Piece.recorded("wind", Piece.HOUR);
        Piece gas = Piece.recorded("carbon-monoxide", Piece.HOUR);
        Piece load = Piece.recorded("clipped-load", Piece.FIVE_MINUTES);
        Piece idle = Piece.recorded("idle-load", Piece.FIVE_MINUTES);
        Piece full = gas.with("without holes", gas.size(), i -> lastSeen(gas, i));
        return Stream.of(wind, full, load, idle)
                .flatMap(
                        piece ->
                                Stream.of(piece.held(2), piece.interpolated(2))
                                        .flatMap(twice -> atRates(piece, twice)));
    }

    private static Stream<Arguments> atRates(Piece once, Piece twice) {
        return Stream.of(1, 4, 30).map(agreed -> Arguments.of(once, twice, agreed));
    }

    @ParameterizedTest(name = "{1}, {2} a month")
    @MethodSource("pieces")
    void hasAboutTheSameAlarms(Piece once, Piece twice, double agreed) {
        List<Integer> plain = once.alarms(agreed);
        List<Integer> doubled = beats(twice.alarms(agreed));
        int fewest = 2 * plain.size() / 3;
        assertThat(plain).isNotEmpty();
        assertThat(shared(plain, doubled)).as("also twice as often").isGreaterThanOrEqualTo(fewest);
        assertThat(shared(doubled, plain)).as("also once as often").isGreaterThanOrEqualTo(fewest);
        assertThat(doubled.size()).isBetween(fewest, 4 * plain.size() / 3 + 1);
    }

    private static List<Integer> beats(List<Integer> readings) {
        return readings.stream().map(reading -> reading / 2).toList();
    }

    /** Those with one of the others within a rise. */
    private static int shared(List<Integer> alarms, List<Integer> others) {
        return (int)
                alarms.stream()
                        .filter(a -> others.stream().anyMatch(b -> Math.abs(a - b) <= RISE_BEATS))
                        .count();
    }

    private static double lastSeen(Piece piece, int at) {
        int i = at;
        while (i > 0 && Double.isNaN(piece.values()[i])) {
            i--;
        }
        return piece.values()[i];
    }
}
