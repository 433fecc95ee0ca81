package org.pabean.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses bodies that are too long before they are parsed. */
@RestControllerAdvice(basePackageClasses = BodyLimit.class)
class BodyLimit extends RequestBodyAdviceAdapter {

  private final ApiSettings settings;

  BodyLimit(ApiSettings settings) {
    this.settings = settings;
  }

  @Override
  public boolean supports(
      MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public HttpInputMessage beforeBodyRead(
      HttpInputMessage message,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter)
      throws IOException {
    int limit = Math.toIntExact(settings.bodyLimit().toBytes());
    // Read rather than believed: a chunked body does not say how long it is.
    byte[] body = message.getBody().readNBytes(limit + 1);
    if (body.length > limit) {
      throw new Refusal(
          Problem.of(
              HttpStatus.CONTENT_TOO_LARGE,
              "body-too-large",
              "the body has more than %,d bytes: send fewer listings at once".formatted(limit)));
    }
    return new Read(message.getHeaders(), body);
  }

  /** A body that was read already. */
  private record Read(HttpHeaders headers, byte[] body) implements HttpInputMessage {

    @Override
    public InputStream getBody() {
      return new ByteArrayInputStream(body);
    }

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }
  }
}
