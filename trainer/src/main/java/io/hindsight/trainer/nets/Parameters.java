package io.hindsight.trainer.nets;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The parameters of one network in a fixed order, found by name. */
public final class Parameters implements Iterable<Parameter>, AutoCloseable {
    private final List<Parameter> list;

    private Parameters(List<Parameter> list) {
        this.list = List.copyOf(list);
    }

    public static Parameters of(Stream<Parameter> parameters) {
        return new Parameters(parameters.toList());
    }

    public Parameter get(String name) {
        for (Parameter parameter : list) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        throw new IllegalArgumentException("no parameter has this name: name=" + name);
    }

    public boolean has(String name) {
        return list.stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    /** The same values with gradients of their own. */
    public Parameters share() {
        return new Parameters(list.stream().map(Parameter::share).toList());
    }

    /** A copy of all values, in order. */
    public List<float[]> copyValues() {
        return list.stream().map(parameter -> parameter.value().toArray()).toList();
    }

    /** Puts back what {@link #copyValues} took. */
    public void restoreValues(List<float[]> values) {
        for (int k = 0; k < list.size(); k++) {
            list.get(k).value().write(values.get(k));
        }
    }

    public int count() {
        return list.stream().mapToInt(parameter -> parameter.value().size()).sum();
    }

    @Override
    public Iterator<Parameter> iterator() {
        return list.iterator();
    }

    public Stream<Parameter> stream() {
        return list.stream();
    }

    /**
     * Closes what {@link #share} made, if these are such; a net does so with those it was given.
     */
    void closeShares() {
        list.forEach(Parameter::closeShare);
    }

    @Override
    public void close() {
        list.forEach(Parameter::close);
    }
}
