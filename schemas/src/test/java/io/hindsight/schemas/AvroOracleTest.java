package io.hindsight.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms read and write field by field; Avro's generic reader and writer say if rightly so. */
class AvroOracleTest {

    private static final int VALUES = 2_000;

    @ParameterizedTest
    @MethodSource("io.hindsight.schemas.RecordCase#all")
    <T> void writesTheBytesThatAvroWrites(RecordCase<T> each) throws IOException {
        var avro = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), each.wire().schema());
        for (int seed = 0; seed < VALUES; seed++) {
            T value = each.draw().apply(Draws.random(seed));
            ByteBuffer expected = avro.encode(each.generic().apply(value));
            assertThat(ByteBuffer.wrap(each.wire().encode(value)))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("io.hindsight.schemas.RecordCase#all")
    <T> void writesWhatAvroReads(RecordCase<T> each) throws IOException {
        var avro = new BinaryMessageDecoder<GenericRecord>(GenericData.get(), each.wire().schema());
        for (int seed = 0; seed < VALUES; seed++) {
            T value = each.draw().apply(Draws.random(seed));
            assertThat(avro.decode(each.wire().encode(value)))
                    .as("seed %d", seed)
                    .isEqualTo(each.generic().apply(value));
        }
    }

    @ParameterizedTest
    @MethodSource("io.hindsight.schemas.RecordCase#all")
    <T> void readsWhatAvroWritesInBlocksWithSizes(RecordCase<T> each) throws IOException {
        var avro = new GenericDatumWriter<GenericRecord>(each.wire().schema());
        var factory = new EncoderFactory().configureBlockSize(64);
        for (int seed = 0; seed < VALUES; seed++) {
            T value = each.draw().apply(Draws.random(seed));
            var out = new ByteArrayOutputStream();
            out.writeBytes(Arrays.copyOf(each.wire().encode(value), 10));
            var encoder = factory.blockingBinaryEncoder(out, null);
            avro.write(each.generic().apply(value), encoder);
            encoder.flush();
            assertThat(each.wire().decode(out.toByteArray())).as("seed %d", seed).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource("io.hindsight.schemas.RecordCase#all")
    <T> void readsBackWhatItWrote(RecordCase<T> each) throws IOException {
        for (int seed = 0; seed < VALUES; seed++) {
            T value = each.draw().apply(Draws.random(seed));
            T back = each.wire().decode(each.wire().encode(value));
            assertThat(back).as("seed %d", seed).isEqualTo(value).hasSameHashCodeAs(value);
        }
    }
}
