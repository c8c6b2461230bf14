package io.hindsight.schemas;

import io.hindsight.schemas.ModelSchedule.Kind;
import io.hindsight.schemas.ModelSchedule.Order;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Schema {@code model-schedule/v1.avsc}. */
final class ModelScheduleForm implements Form<ModelSchedule> {

    @Override
    public void write(ModelSchedule schedule, BodyWriter out) throws IOException {
        out.writeString(schedule.group());
        out.startArray(schedule.orders().size());
        for (Order order : schedule.orders()) {
            out.writeInt(order.number());
            out.writeWord(order.kind());
            out.writeLong(order.version());
            out.writeLong(order.fromMillis());
        }
        out.endArray();
        out.writeLong(schedule.writtenMillis());
    }

    @Override
    public ModelSchedule read(BodyReader in) throws IOException {
        return new ModelSchedule(in.readString("group"), orders(in), in.readLong("writtenMillis"));
    }

    private static List<Order> orders(BodyReader in) throws IOException {
        List<Order> orders = new ArrayList<>();
        for (int items = in.readBlock("orders"); items != 0; items = in.readBlock("orders")) {
            for (int item = 0; item < items; item++) {
                orders.add(
                        new Order(
                                in.readInt("orders.number"),
                                in.readWord("orders.kind", Kind.values()),
                                in.readLong("orders.version"),
                                in.readLong("orders.fromMillis")));
            }
        }
        return orders;
    }
}
