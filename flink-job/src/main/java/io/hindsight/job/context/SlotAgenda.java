package io.hindsight.job.context;

import org.apache.flink.api.common.state.MapState;
import org.apache.flink.streaming.api.TimerService;

/** The current key's agendas by event time, each with its timer. */
final class SlotAgenda {
    private final MapState<Long, Agenda> agendas;

    SlotAgenda(MapState<Long, Agenda> agendas) {
        this.agendas = agendas;
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
