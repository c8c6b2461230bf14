package io.hindsight.job.step;

import io.hindsight.job.context.ContextTypes;
import io.hindsight.job.state.Codec;
import io.hindsight.job.state.CodecTypeInfo;
import io.hindsight.job.state.JobTypes;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** A {@link Notice} between operators: a byte that tells which, and what it is of. */
public final class NoticeCodec implements Codec<Notice> {
    public static final TypeInformation<Notice> TYPE =
            new CodecTypeInfo<>(Notice.class, new NoticeCodec());

    private static final long serialVersionUID = 1L;
    private static final int MODELS = 1;
    private static final int QUIET = 2;
    private static final int CONTEXT = 3;
    private static final JobTypes.ModelReleaseCodec RECORD = new JobTypes.ModelReleaseCodec();
    private static final ContextTypes.GroupSlotCodec SLOT = new ContextTypes.GroupSlotCodec();

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Notice notice, DataOutput out) throws IOException {
        if (notice instanceof Notice.OfModels models) {
            out.writeByte(MODELS);
            RECORD.write(models.record(), out);
        } else if (notice instanceof Notice.Quiet quiet) {
            out.writeByte(QUIET);
            out.writeLong(quiet.watermark());
            out.writeLong(quiet.nowMillis());
        } else if (notice instanceof Notice.OfContext context) {
            out.writeByte(CONTEXT);
            SLOT.write(context.slot(), out);
        }
    }

    @Override
    public Notice read(int version, DataInput in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case MODELS -> new Notice.OfModels(RECORD.read(RECORD.version(), in));
            case CONTEXT -> new Notice.OfContext(SLOT.read(SLOT.version(), in));
            case QUIET -> new Notice.Quiet(in.readLong(), in.readLong());
            default -> throw new IOException("a notice must be of kind 1 to 3: " + kind);
        };
    }

    @Override
    public Notice copy(Notice notice) {
        return notice;
    }
}
