package io.hindsight.model.bundle;

import io.hindsight.model.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The safetensors container: eight bytes of header length (little endian), a JSON header, then the
 * tensors' bytes, little endian, one after the other.
 *
 * <p>The reader takes what its writer makes and what Python's package makes of float32 and float64:
 * offsets must be in bounds, must agree with the shape, and together must cover the data exactly.
 *
 * @param metadata the texts under {@code __metadata__}
 * @param tensors in file order, by name
 */
record Safetensors(Map<String, String> metadata, Map<String, Tensor> tensors) {
    static final int LONGEST_HEADER = 1 << 20;
    private static final int ALIGNMENT = 8;
    private static final String METADATA = "__metadata__";

    byte[] write() {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put(METADATA, metadata);
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            Tensor tensor = entry.getValue();
            long end = offset + (long) tensor.length() * tensor.type.bytes;
            List<Long> shape = Arrays.stream(tensor.shape).asLongStream().boxed().toList();
            Map<String, Object> description = new LinkedHashMap<>();
            description.put("dtype", tensor.type.name());
            description.put("shape", shape);
            description.put("data_offsets", List.of(offset, end));
            header.put(entry.getKey(), description);
            offset = end;
        }
        byte[] json = Json.write(header).getBytes(StandardCharsets.UTF_8);
        int headerLength = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer out =
                ByteBuffer.allocate(Math.toIntExact(8 + headerLength + offset))
                        .order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(headerLength).put(json);
        while (out.position() < 8 + headerLength) {
            out.put((byte) ' ');
        }
        for (Tensor tensor : tensors.values()) {
            for (float value : tensor.floats()) {
                out.putFloat(value);
            }
            for (double value : tensor.doubles()) {
                out.putDouble(value);
            }
        }
        return out.array();
    }

    /** The length of the header of a file, checked against the file's own length. */
    static int headerLength(byte[] file) throws BundleException {
        if (file.length < 8) {
            throw new BundleException("file must have at least 8 bytes: " + file.length);
        }
        long length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > LONGEST_HEADER || length > file.length - 8) {
            throw new BundleException(
                    "header length must lie in the file and be at most "
                            + LONGEST_HEADER
                            + ": "
                            + length
                            + " in a file of "
                            + file.length
                            + " bytes");
        }
        return (int) length;
    }

    static Safetensors read(byte[] file) throws BundleException {
        int headerLength = headerLength(file);
        Map<String, Object> header;
        try {
            header = Json.readObject(new String(file, 8, headerLength, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new BundleException("header must be a JSON object: " + e.getMessage(), e);
        }
        ByteBuffer data =
                ByteBuffer.wrap(file, 8 + headerLength, file.length - 8 - headerLength)
                        .slice()
                        .order(ByteOrder.LITTLE_ENDIAN);
        Map<String, String> metadata = new LinkedHashMap<>();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        long covered = 0;
        for (Map.Entry<String, Object> entry : header.entrySet()) {
            if (entry.getKey().equals(METADATA)) {
                for (Map.Entry<?, ?> text : object(METADATA, entry.getValue()).entrySet()) {
                    if (!(text.getValue() instanceof String value)) {
                        throw new BundleException("metadata must be text: " + text.getKey());
                    }
                    metadata.put((String) text.getKey(), value);
                }
            } else {
                Map<?, ?> description = object(entry.getKey(), entry.getValue());
                Tensor tensor = tensor(entry.getKey(), description, data, covered);
                covered += (long) tensor.length() * tensor.type.bytes;
                tensors.put(entry.getKey(), tensor);
            }
        }
        if (covered != data.capacity()) {
            throw new BundleException(
                    "tensors must cover the data: " + covered + " of " + data.capacity());
        }
        return new Safetensors(metadata, tensors);
    }

    private static Tensor tensor(String name, Map<?, ?> description, ByteBuffer data, long start)
            throws BundleException {
        Tensor.Type type = type(name, description.get("dtype"));
        int[] shape = shape(name, description.get("shape"));
        long length = 1;
        for (int size : shape) {
            length *= size;
            if (length > data.capacity()) {
                throw new BundleException(
                        name + ": shape must fit the file: " + Arrays.toString(shape));
            }
        }
        long end = start + length * type.bytes;
        if (!List.of(start, end).equals(description.get("data_offsets")) || end > data.capacity()) {
            throw new BundleException(
                    name
                            + ": data_offsets must be ["
                            + start
                            + ", "
                            + end
                            + "] and in the file: "
                            + description.get("data_offsets"));
        }
        ByteBuffer own = data.slice((int) start, (int) (end - start)).order(data.order());
        if (type == Tensor.Type.F32) {
            float[] values = new float[(int) length];
            own.asFloatBuffer().get(values);
            return Tensor.of(values, shape);
        }
        double[] values = new double[(int) length];
        own.asDoubleBuffer().get(values);
        return Tensor.of(values, shape);
    }

    private static Tensor.Type type(String name, Object dtype) throws BundleException {
        for (Tensor.Type type : Tensor.Type.values()) {
            if (type.name().equals(dtype)) {
                return type;
            }
        }
        throw new BundleException(name + ": dtype must be F32 or F64: " + dtype);
    }

    private static int[] shape(String name, Object value) throws BundleException {
        if (!(value instanceof List<?> sizes) || sizes.size() > 8) {
            throw new BundleException(name + ": shape must be a list of at most 8 sizes: " + value);
        }
        int[] shape = new int[sizes.size()];
        for (int i = 0; i < shape.length; i++) {
            if (!(sizes.get(i) instanceof Long size) || size < 0 || size > Integer.MAX_VALUE) {
                throw new BundleException(
                        name + ": a size must be a whole number from 0 on: " + sizes.get(i));
            }
            shape[i] = Math.toIntExact(size);
        }
        return shape;
    }

    private static Map<?, ?> object(String name, Object value) throws BundleException {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new BundleException(name + " must be a JSON object: " + value);
    }
}
