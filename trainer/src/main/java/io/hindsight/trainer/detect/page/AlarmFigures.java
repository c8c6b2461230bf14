package io.hindsight.trainer.detect.page;

import java.util.OptionalLong;

/**
 * What a series' alarms came to.
 *
 * @param readings that were scored
 * @param alarmsPerThousand alarms a thousand scored readings, as measured; NaN if that is not known
 * @param warmingUntilMillis until when nothing could be said yet; empty if it always could
 */
public record AlarmFigures(
        long readings, double alarmsPerThousand, OptionalLong warmingUntilMillis) {}
