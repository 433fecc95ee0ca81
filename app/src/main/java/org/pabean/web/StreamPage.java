package org.pabean.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happens at the desk, as it happens. */
@Controller
class StreamPage {

  private final TaskStream stream;

  StreamPage(TaskStream stream) {
    this.stream = stream;
  }

  @GetMapping(path = "/review/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter stream(HttpServletResponse response) {
    // A proxy that gathers before it passes on would make it anything but live.
    response.setHeader("X-Accel-Buffering", "no");
    response.setHeader("Cache-Control", "no-store");
    return stream.open();
  }
}
