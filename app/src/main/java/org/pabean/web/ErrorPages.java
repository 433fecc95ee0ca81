package org.pabean.web;

import org.jspecify.annotations.Nullable;
import org.pabean.document.ShipmentHeld;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** What a browser is shown when something went wrong: what, where, how to mend it. */
@ControllerAdvice(basePackageClasses = ErrorPages.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages {

  static final String PAGE = "error/problem";

  @ExceptionHandler(
      exception = {NotFound.class, MethodArgumentTypeMismatchException.class},
      produces = MediaType.TEXT_HTML_VALUE)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String notFound(Exception e, Model model) {
    @Nullable String said = e instanceof NotFound ? e.getMessage() : null;
    return show(
        model,
        "Not found",
        said == null ? "There is no page at this address." : said,
        "Check the address, or start from Today.");
  }

  @ExceptionHandler(
      exception = {IllegalArgumentException.class, MissingServletRequestParameterException.class},
      produces = MediaType.TEXT_HTML_VALUE)
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  String badInput(Exception e, Model model) {
    return show(
        model,
        "This cannot be done",
        Sentence.of(String.valueOf(e.getMessage())),
        "Go back, mend it and send it again. Nothing was changed.");
  }

  @ExceptionHandler(
      exception = MaxUploadSizeExceededException.class,
      produces = MediaType.TEXT_HTML_VALUE)
  @ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
  String tooLarge(Model model) {
    return show(
        model,
        "The file is too large",
        "It is larger than this installation takes in one upload.",
        "Split it into several files, or ask your administrator to raise PABEAN_UPLOAD_LIMIT.");
  }

  @ExceptionHandler(exception = ShipmentHeld.class, produces = MediaType.ALL_VALUE)
  @ResponseStatus(HttpStatus.CONFLICT)
  String held(ShipmentHeld e, Model model) {
    return show(
        model,
        "The shipment is held",
        Sentence.of(String.valueOf(e.getMessage())),
        "Its papers are handed over as soon as every line is final.");
  }

  private static String show(Model model, String title, String what, String mend) {
    model.addAttribute("title", title);
    model.addAttribute("what", what);
    model.addAttribute("mend", mend);
    return PAGE;
  }
}
