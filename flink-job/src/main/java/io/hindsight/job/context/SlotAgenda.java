package io.hindsight.job.context;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/** The current key's agendas by event time, each with its timer. */
final class SlotAgenda {
    private final MapState<Long, Agenda> agendas;

    SlotAgenda(RuntimeContext context) {
        agendas =
                context.getMapState(
                        new MapStateDescriptor<>("agenda", Types.LONG, ContextTypes.AGENDA));
    }

    void say(SlotId slot, long atMillis, TimerService timers) throws Exception {
        Agenda agenda = at(atMillis, timers);
        if (agenda.say().add(slot)) {
            agendas.put(atMillis, agenda);
        }
    }

    void forget(SlotId slot, long atMillis, TimerService timers) throws Exception {
        Agenda agenda = at(atMillis, timers);
        if (agenda.forget().add(slot)) {
            agendas.put(atMillis, agenda);
        }
    }

    private Agenda at(long timeMillis, TimerService timers) throws Exception {
        Agenda agenda = agendas.get(timeMillis);
        if (agenda == null) {
            timers.registerEventTimeTimer(timeMillis);
            return new Agenda();
        }
        return agenda;
    }

    /** What is to be done now; it will not come again. */
    Agenda take(long timeMillis) throws Exception {
        Agenda agenda = agendas.get(timeMillis);
        if (agenda == null) {
            return new Agenda();
        }
        agendas.remove(timeMillis);
        return agenda;
    }
}
