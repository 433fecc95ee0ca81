package org.pabean.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.listing.UnreadableFile;
import org.pabean.registry.Registry;
import org.pabean.security.Login;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** From a file to classified items: choose, preview, progress, result. */
@Controller
class UploadPages {

  private static final int RECENT = 5;

  private final Uploads uploads;
  private final Registry registry;
  private final DataSize limit;

  UploadPages(
      Uploads uploads,
      Registry registry,
      @Value("${spring.servlet.multipart.max-file-size}") DataSize limit) {
    this.uploads = uploads;
    this.registry = registry;
    this.limit = limit;
  }

  /** An earlier upload and what became of it, if it was classified. */
  record Recent(Upload upload, @Nullable UploadResult result) {}

  @GetMapping("/upload")
  String choose(@AuthenticationPrincipal Login login, Model model) {
    model.addAttribute("destinations", destinations());
    model.addAttribute("limit", limit);
    model.addAttribute(
        "recent",
        uploads.list(login.actor(), RECENT).stream()
            .map(upload -> new Recent(upload, uploads.result(upload.id()).orElse(null)))
            .toList());
    return "upload/choose";
  }

  @PostMapping("/upload")
  String receive(
      @AuthenticationPrincipal Login login,
      @RequestParam MultipartFile file,
      @RequestParam String destination,
      Model model,
      HttpServletResponse response)
      throws IOException {
    String name = file.getOriginalFilename();
    if (name == null || name.isBlank()) {
      return refuse(login, "Choose a file first.", model, response);
    }
    if (!destinations().contains(destination)) {
      return refuse(login, "Choose where the goods go.", model, response);
    }
    try (InputStream content = file.getInputStream()) {
      return "redirect:/upload/" + uploads.receive(name, content, destination, login.actor()).id();
    } catch (UnreadableFile e) {
      return refuse(login, name + " cannot be read: " + reason(e) + ".", model, response);
    }
  }

  @GetMapping("/upload/{id}")
  String show(
      @AuthenticationPrincipal Login login,
      @PathVariable UUID id,
      @RequestParam(required = false) UploadLine.@Nullable Part show,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    Upload upload = upload(id, login);
    model.addAttribute("upload", upload);
    if (!upload.isSubmitted()) {
      return "upload/preview";
    }
    @Nullable UploadResult result = uploads.result(id).orElse(null);
    if (result == null) {
      model.addAttribute("progress", uploads.progress(id).orElse(null));
      return "upload/progress";
    }
    UploadLine.Part part = show == null ? first(result) : show;
    List<UploadLine> lines = uploads.lines(id, part, Page.offset(page), Page.SIZE + 1);
    model.addAttribute("result", result);
    model.addAttribute("show", part);
    model.addAttribute("parts", UploadLine.Part.values());
    model.addAttribute("page", Page.of(lines, page));
    return "upload/result";
  }

  @PostMapping("/upload/{id}/submit")
  String submit(@AuthenticationPrincipal Login login, @PathVariable UUID id) throws IOException {
    uploads.submit(upload(id, login));
    return "redirect:/upload/" + id;
  }

  @GetMapping("/upload/{id}/progress")
  String progress(
      @AuthenticationPrincipal Login login,
      @PathVariable UUID id,
      Model model,
      HttpServletResponse response) {
    model.addAttribute("upload", upload(id, login));
    model.addAttribute("progress", uploads.progress(id).orElse(null));
    if (uploads.result(id).isPresent()) {
      response.setHeader("HX-Redirect", "/upload/" + id);
    }
    return "upload/progress :: progress";
  }

  private String refuse(Login login, String fault, Model model, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    model.addAttribute("fault", fault);
    return choose(login, model);
  }

  /** The message names the file as it is stored; the person knows it by another name. */
  private static String reason(UnreadableFile e) {
    String message = String.valueOf(e.getMessage());
    return message.substring(message.indexOf(": ") + 2);
  }

  private static UploadLine.Part first(UploadResult result) {
    return List.of(UploadLine.Part.HELD, UploadLine.Part.BLOCKED, UploadLine.Part.FINAL).stream()
        .filter(part -> result.count(part) > 0)
        .findFirst()
        .orElse(UploadLine.Part.REJECTED);
  }

  private List<String> destinations() {
    return registry.assessor().screener().packs().stream()
        .map(pack -> pack.destination())
        // A pack that holds everywhere names no country.
        .filter(destination -> destination.matches("[A-Z]{2}"))
        .distinct()
        .toList();
  }

  private Upload upload(UUID id, Login login) {
    return uploads.find(id, login.actor()).orElseThrow(() -> new NotFound("upload"));
  }
}
