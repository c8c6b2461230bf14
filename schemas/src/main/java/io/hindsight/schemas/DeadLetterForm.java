package io.hindsight.schemas;

import java.io.IOException;

/** Schema {@code dead-letter/v2.avsc}. */
final class DeadLetterForm implements Form<DeadLetter> {

    @Override
    public void write(DeadLetter letter, BodyWriter out) throws IOException {
        out.writeString(letter.origin().topic());
        out.writeInt(letter.origin().partition());
        out.writeLong(letter.origin().offset());
        out.writeBytesOrNull(letter.key());
        out.writeBytesOrNull(letter.value());
        out.writeString(letter.fault().reason());
        out.writeString(letter.fault().field());
        out.writeString(letter.fault().rule());
        out.writeString(letter.fault().found());
        out.writeLong(letter.origin().timestampMillis());
    }

    @Override
    public DeadLetter read(BodyReader in) throws IOException {
        String topic = in.readString("topic");
        int partition = in.readInt("partition");
        long offset = in.readLong("offset");
        byte[] key = in.readBytesOrNull("key");
        byte[] value = in.readBytesOrNull("value");
        var fault =
                new DeadLetter.Fault(
                        in.readString("reason"),
                        in.readString("field"),
                        in.readString("rule"),
                        in.readString("found"));
        long timestampMillis = in.readLong("timestampMillis");
        var origin = new DeadLetter.Origin(topic, partition, offset, timestampMillis);
        return new DeadLetter(origin, key, value, fault);
    }
}
