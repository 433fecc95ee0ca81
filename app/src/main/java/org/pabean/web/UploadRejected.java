package org.pabean.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.pabean.listing.ListingFile;
import org.pabean.listing.ListingRow;
import org.pabean.listing.RejectedRow;
import org.pabean.listing.RowSink;
import org.pabean.listing.UnreadableFile;
import org.pabean.security.Login;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All rejected rows of an upload as a file, to be mended and sent again. */
@Controller
class UploadRejected {

  private final Uploads uploads;

  UploadRejected(Uploads uploads) {
    this.uploads = uploads;
  }

  @GetMapping("/upload/{id}/rejected.csv")
  void download(
      @AuthenticationPrincipal Login login, @PathVariable UUID id, HttpServletResponse response)
      throws IOException, UnreadableFile {
    Upload upload = uploads.find(id, login.actor()).orElseThrow(() -> new NotFound("upload"));
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Content-Disposition", "attachment; filename=\"rejected.csv\"");
    PrintWriter out = response.getWriter();
    out.print("line,column,reason,row\r\n");
    ListingFile.read(uploads.source(upload), new Writer(out));
  }

  private record Writer(PrintWriter out) implements RowSink {

    @Override
    public void accepted(ListingRow row) {
      // Only what was rejected is written.
    }

    @Override
    public void rejected(RejectedRow row) {
      out.printf(
          "%d,%s,%s,%s\r\n",
          row.line(), quoted(row.column()), quoted(row.reason()), quoted(row.raw()));
    }

    @Override
    public void merged(long line) {
      // Only what was rejected is written.
    }

    /** A blank keeps spreadsheets from taking a seller's text for a formula. */
    private static String quoted(String text) {
      String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? " " + text : text;
      return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
  }
}
