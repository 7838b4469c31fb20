package org.dossier.maintenance;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.dossier.text.Sha256;
import org.jspecify.annotations.Nullable;

/// An accumulator for the number of rows of a table and a checksum that reveals whether any row was
/// changed, added or removed: the sum of the rows' SHA-256, modulo 2²⁵⁶. The checksum depends
/// neither on the order of the rows, which databases may choose freely, nor on a database's names
/// for column types.
final class TableChecksumAccumulator {
  private static final int BITS = 256;
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(BITS);

  private final MessageDigest digest = Sha256.digest();
  private BigInteger sum = BigInteger.ZERO;
  private long rows;

  /// @param row the value of each column, by its name
  void add(Map<String, @Nullable Object> row) {
    new TreeMap<>(row)
        .forEach((column, value) -> {
          update('c', column.getBytes(StandardCharsets.UTF_8));
          add(value);
        });
    sum = sum.add(new BigInteger(1, digest.digest())).mod(MODULUS);
    rows++;
  }

  TableChecksum checksum(String table) {
    var bytes = ByteBuffer.allocate(BITS / Byte.SIZE);
    var value = sum.toByteArray();
    int kept = Math.min(value.length, bytes.capacity());
    bytes.position(bytes.capacity() - kept).put(value, value.length - kept, kept);
    return new TableChecksum(table, rows, HexFormat.of().formatHex(bytes.array()));
  }

  private void add(@Nullable Object value) {
    switch (value) {
      case null -> update('n', new byte[0]);
      case byte[] bytes -> update('b', bytes);
      case String text -> update('s', text.getBytes(StandardCharsets.UTF_8));
      case Double number -> update('d', toBytes(Double.doubleToLongBits(number)));
      case Number number -> update('i', toBytes(number.longValue()));
      default ->
          throw new IllegalArgumentException("unsupported type of a column: " + value.getClass());
    }
  }

  private void update(char kind, byte[] bytes) {
    digest.update((byte) kind);
    digest.update(toBytes(bytes.length));
    digest.update(bytes);
  }

  private static byte[] toBytes(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }
}
