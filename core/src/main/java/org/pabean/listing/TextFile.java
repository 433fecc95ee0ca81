package org.pabean.listing;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** Decodes the bytes of a text file whose encoding nobody wrote down. */
final class TextFile {

  // Encodings that sellers' programs still write, besides Unicode; Korean ones look like Chinese.
  private static final Set<String> USED_HERE = Set.of("GB18030", "Big5", "windows-1252");
  private static final int SURE_ENOUGH = 30;

  private TextFile() {}

  /**
   * The text. A file that is UTF-8 but for some bytes keeps those as U+FFFD, so that only their
   * rows are rejected; a file that is mostly not UTF-8 is read in the encoding it most looks like.
   */
  static String decode(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      String mixed = new String(bytes, StandardCharsets.UTF_8);
      long bad = mixed.chars().filter(c -> c == 0xFFFD).count();
      long good = mixed.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
      return good >= bad ? mixed : inItsOwnEncoding(bytes, mixed);
    }
  }

  private static String inItsOwnEncoding(byte[] bytes, String otherwise) {
    return Arrays.stream(new CharsetDetector().setText(bytes).detectAll())
        .filter(match -> USED_HERE.contains(match.getName()))
        .filter(match -> match.getConfidence() >= SURE_ENOUGH)
        .findFirst()
        .map(match -> new String(bytes, Charset.forName(match.getName())))
        .orElse(otherwise);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
