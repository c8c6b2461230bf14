package io.hindsight.trainer.nets;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A column-major float32 matrix outside the heap, multiplied by BLAS and filled or read by bulk
 * copies. Column {@code t * batch + b} holds step t of window b, so one step of all windows is a
 * contiguous block and a view of it needs no copy.
 *
 * <p>The memory is freed by {@link #close}, never left to the collector: small arrays on the heap
 * can hold gigabytes behind them.
 */
public final class Matrix implements AutoCloseable {
    private final int rows;
    private final int columns;
    private final INDArray array;
    private final FloatBuffer memory;
    private final int offset;
    private final boolean owner;

    public Matrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.array = Nd4j.zeros(DataType.FLOAT, (long) rows * columns);
        this.memory = array.data().asNioFloat();
        this.offset = 0;
        this.owner = true;
        this.shaped = shape(array, rows, columns, 0);
    }

    private Matrix(Matrix base, int fromColumn, int toColumn) {
        this.rows = base.rows;
        this.columns = toColumn - fromColumn;
        this.array = base.array;
        this.memory = base.memory;
        this.offset = base.offset + fromColumn * base.rows;
        this.owner = false;
        this.shaped = shape(array, rows, columns, offset);
    }

    private final INDArray shaped;

    private static INDArray shape(INDArray array, int rows, int columns, int offset) {
        return Nd4j.create(
                array.data(), new long[] {rows, columns}, new long[] {1, rows}, offset, 'f');
    }

    /** A view of the columns from {@code from} up to {@code to}, sharing memory. */
    public Matrix columns(int from, int to) {
        if (from < 0 || to > columns || from >= to) {
            throw new IllegalArgumentException(
                    "columns must lie inside: from=" + from + ", to=" + to + ", has=" + columns);
        }
        return new Matrix(this, from, to);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public int size() {
        return rows * columns;
    }

    /** Copies all of this matrix to the front of {@code target}, column by column. */
    public void read(float[] target) {
        memory.get(offset, target, 0, size());
    }

    /** Copies the front of {@code source} over all of this matrix, column by column. */
    public void write(float[] source) {
        memory.put(offset, source, 0, size());
    }

    /** Adds the front of {@code terms} to this matrix, column by column. */
    void add(float[] terms) {
        float[] sum = toArray();
        Pointwise.add(terms, sum);
        write(sum);
    }

    public float[] toArray() {
        float[] copy = new float[size()];
        read(copy);
        return copy;
    }

    public void fill(float value) {
        for (int k = 0; k < size(); k++) {
            memory.put(offset + k, value);
        }
    }

    /** c = op(a) op(b) + beta c, where op is the transpose if the flag says so. */
    static void multiply(Matrix a, boolean aT, Matrix b, boolean bT, float beta, Matrix c) {
        Nd4j.gemm(a.shaped, b.shaped, c.shaped, aT, bT, 1.0, beta);
    }

    @Override
    public void close() {
        if (owner && array.closeable()) {
            array.close();
        }
    }
}
