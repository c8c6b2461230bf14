package io.hindsight.schemas;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;

/** Each value as Avro's own record, field by field and by name: what the forms are held against. */
final class Generics {

    private Generics() {}

    static GenericRecord reading(Reading reading) {
        List<Double> values = new ArrayList<>();
        for (int channel = 0; channel < reading.values().length; channel++) {
            double value = reading.values()[channel];
            boolean hole = Double.isNaN(value) && channel != reading.firstNotFinite();
            values.add(hole ? null : (Double) value);
        }
        return new GenericRecordBuilder(Wires.READING.schema())
                .set("sensor", reading.sensor())
                .set("group", reading.group())
                .set("eventTimeMillis", reading.eventTimeMillis())
                .set("values", values)
                .build();
    }

    static GenericRecord result(Result result) {
        Schema schema = Wires.RESULT.schema();
        Schema item = schema.getField("channels").schema().getElementType();
        return new GenericRecordBuilder(schema)
                .set("sensor", result.sensor())
                .set("group", result.group())
                .set("eventTimeMillis", result.eventTimeMillis())
                .set("revision", result.revision())
                .set("waitedMillis", result.waitedMillis())
                .set("status", result.status())
                .set("modelVersion", result.modelVersion())
                .set("score", orNull(result.score()))
                .set("warming", result.warming())
                .set("suppressed", result.suppressed())
                .set(
                        "channels",
                        result.channels().stream().map(each -> channelResult(item, each)).toList())
                .build();
    }

    private static GenericRecord channelResult(Schema schema, ChannelResult channel) {
        return new GenericRecordBuilder(schema)
                .set("observed", orNull(channel.observed()))
                .set("expected", orNull(channel.expected()))
                .set("spread", orNull(channel.spread()))
                .set("imputed", orNull(channel.imputed()))
                .set("score", orNull(channel.score()))
                .set("share", orNull(channel.share()))
                .set("without", orNull(channel.without()))
                .build();
    }

    static GenericRecord episode(Episode episode) {
        Schema schema = Wires.EPISODE.schema();
        Schema item = schema.getField("channels").schema().getElementType();
        return new GenericRecordBuilder(schema)
                .set("id", episode.id())
                .set("sensor", episode.sensor())
                .set("group", episode.group())
                .set("kind", episode.kind().word())
                .set("phase", episode.phase().word())
                .set("startMillis", episode.startMillis())
                .set("endMillis", episode.endMillis())
                .set("peakMillis", episode.peakMillis())
                .set("peakScore", episode.peakScore())
                .set("readings", episode.readings())
                .set("channel", episode.channel())
                .set("observed", episode.observed())
                .set("expected", episode.expected())
                .set("spread", episode.spread())
                .set("modelVersion", episode.modelVersion())
                .set("severity", episode.severity().word())
                .set("lasting", orNull(episode.lasting()))
                .set("sentence", episode.sentence())
                .set(
                        "channels",
                        episode.channels().stream()
                                .map(each -> episodeChannel(item, each))
                                .toList())
                .build();
    }

    private static GenericRecord episodeChannel(Schema schema, EpisodeChannel channel) {
        return new GenericRecordBuilder(schema)
                .set("channel", channel.channel())
                .set("name", channel.name())
                .set("unit", channel.unit())
                .set("share", channel.share())
                .set("direction", channel.direction().word())
                .set("observed", orNull(channel.observed()))
                .set("expected", orNull(channel.expected()))
                .set("halfWidth", orNull(channel.halfWidth()))
                .build();
    }

    static GenericRecord modelRelease(ModelRelease release) {
        Schema schema = Wires.MODEL_RELEASE.schema();
        Schema digest = schema.getField("sha256").schema();
        return new GenericRecordBuilder(schema)
                .set("group", release.group())
                .set("version", release.version())
                .set("sha256", new GenericData.Fixed(digest, release.sha256()))
                .set("signature", orNull(release.signature()))
                .set("bundle", ByteBuffer.wrap(release.bundle()))
                .set("publishedMillis", release.publishedMillis())
                .build();
    }

    static GenericRecord modelSchedule(ModelSchedule schedule) {
        Schema schema = Wires.MODEL_SCHEDULE.schema();
        Schema item = schema.getField("orders").schema().getElementType();
        return new GenericRecordBuilder(schema)
                .set("group", schedule.group())
                .set("orders", schedule.orders().stream().map(each -> order(item, each)).toList())
                .set("writtenMillis", schedule.writtenMillis())
                .build();
    }

    private static GenericRecord order(Schema schema, ModelSchedule.Order order) {
        String kind =
                switch (order.kind()) {
                    case ACTIVATE -> "activate";
                    case SHADOW -> "shadow";
                    case WITHDRAW -> "withdraw";
                };
        return new GenericRecordBuilder(schema)
                .set("number", order.number())
                .set("kind", kind)
                .set("version", order.version())
                .set("fromMillis", order.fromMillis())
                .build();
    }

    static GenericRecord modelTimes(ModelTimes times) {
        Schema schema = Wires.MODEL_TIMES.schema();
        Schema item = schema.getField("times").schema().getElementType();
        return new GenericRecordBuilder(schema)
                .set("group", times.group())
                .set("times", times.times().stream().map(each -> time(item, each)).toList())
                .set(
                        "suppressions",
                        times.suppressions().stream().map(each -> time(item, each)).toList())
                .build();
    }

    private static GenericRecord time(Schema schema, ModelTimes.Time time) {
        return new GenericRecordBuilder(schema)
                .set("number", time.number())
                .set("fromMillis", time.fromMillis())
                .build();
    }

    static GenericRecord modelSuppression(ModelSuppression suppression) {
        Schema schema = Wires.MODEL_SUPPRESSION.schema();
        Schema item = schema.getField("editions").schema().getElementType();
        return new GenericRecordBuilder(schema)
                .set("group", suppression.group())
                .set(
                        "editions",
                        suppression.editions().stream().map(each -> edition(item, each)).toList())
                .set("writtenMillis", suppression.writtenMillis())
                .build();
    }

    private static GenericRecord edition(Schema schema, ModelSuppression.Edition edition) {
        return new GenericRecordBuilder(schema)
                .set("version", edition.version())
                .set("fromMillis", edition.fromMillis())
                .set("rules", edition.rules())
                .build();
    }

    static GenericRecord deadLetter(DeadLetter letter) {
        return new GenericRecordBuilder(Wires.DEAD_LETTER.schema())
                .set("topic", letter.origin().topic())
                .set("partition", letter.origin().partition())
                .set("offset", letter.origin().offset())
                .set("timestampMillis", letter.origin().timestampMillis())
                .set("key", orNull(letter.key()))
                .set("value", orNull(letter.value()))
                .set("reason", letter.fault().reason())
                .set("field", letter.fault().field())
                .set("rule", letter.fault().rule())
                .set("found", letter.fault().found())
                .build();
    }

    private static Float orNull(float value) {
        return Float.isNaN(value) ? null : (Float) value;
    }

    private static Double orNull(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }

    private static ByteBuffer orNull(byte[] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}
