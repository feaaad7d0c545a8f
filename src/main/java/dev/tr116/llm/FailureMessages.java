package dev.tr116.llm;

import dev.tr116.plan.Model;
import dev.tr116.plan.Printable;
import dev.tr116.plan.Property;
import dev.tr116.plan.ShellWord;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;

/** What a failed call says: what happened, and what to do about it. */
final class FailureMessages {
  private static final int LINE_CHARS = 80;
  private static final int REASON_CHARS = 400;

  private FailureMessages() {}

  static String noEndpoint(URI endpoint) {
    return "'"
        + Printable.of(endpoint.toString().replaceFirst("//[^/]*@", "//***@"))
        + "' is no endpoint; write a URL with a host, e.g. http://127.0.0.1:11434, in "
        + Property.ENDPOINTS.key();
  }

  static String credentials() {
    return "an endpoint holds a user name or a password, which would stand in records; write it without, e.g."
        + " http://127.0.0.1:11434, and name the environment variable of a key in "
        + Property.OLLAMA_KEY_VARIABLE.key();
  }

  static String noCertificates(Path file, String reason) {
    return "'"
        + Printable.of(file.toString())
        + "' holds no certificates that can be read ("
        + reason
        + "); name a file with X.509 certificates as PEM, which begin with -----BEGIN CERTIFICATE-----, in "
        + Property.TLS_CA.key();
  }

  /** Why no TLS came about. */
  static String tls(URI endpoint, Throwable thrown) {
    var reason = Reasons.of(thrown);
    return Reasons.contain(thrown, CertificateException.class)
            || Reasons.contain(thrown, CertPathValidatorException.class)
            || Reasons.contain(thrown, CertPathBuilderException.class)
        ? untrusted(endpoint, reason)
        : noTls(endpoint, reason);
  }

  private static String untrusted(URI endpoint, String reason) {
    return endpoint
        + " shows a certificate that is not trusted ("
        + reason
        + "); if a private authority issued it, name the file of that authority's certificate in "
        + Property.TLS_CA.key();
  }

  private static String noTls(URI endpoint, String reason) {
    return endpoint
        + " does not speak TLS as asked ("
        + reason
        + "); write http:// instead of https:// in "
        + Property.ENDPOINTS.key()
        + " if it speaks plain HTTP";
  }

  static String optionType(String name, Object value) {
    return "option "
        + name
        + " is a "
        + value.getClass().getSimpleName()
        + "; give a Long, a Double, a Boolean or a String";
  }

  static String refused(Api api, URI endpoint, String reason) {
    return "nothing answers at "
        + endpoint
        + " ("
        + reason
        + "); "
        + api.start()
        + ", or set "
        + Property.ENDPOINTS.key();
  }

  static String unknownHost(Api api, URI endpoint) {
    return "the host of "
        + endpoint
        + " is unknown; "
        + api.start()
        + " on this machine, or set "
        + Property.ENDPOINTS.key();
  }

  static String noSocketLeft(URI endpoint, String reason) {
    return "this process may open no more sockets ("
        + reason
        + "), so "
        + endpoint
        + " was not called; raise the limit (`ulimit -n`), or make fewer calls at once";
  }

  static String brokeBeforeAnswer(URI endpoint, String reason) {
    return endpoint
        + " took the request and closed the connection without an answer ("
        + reason
        + "); look into the server's log for a crash, or set "
        + Property.ENDPOINTS.key()
        + " if that port is another service's";
  }

  static String noHttp(Api api, URI endpoint, String reason) {
    return endpoint
        + " does not speak HTTP ("
        + reason
        + "), so it is no "
        + api.server()
        + "; set "
        + Property.ENDPOINTS.key();
  }

  static String notFound(URI endpoint, Model model, String reason) {
    return endpoint
        + " does not have "
        + model.tag()
        + " (404: "
        + reason(reason)
        + "); get it with `ollama pull "
        + ShellWord.of(model.tag())
        + "`";
  }

  static String pullFailed(URI endpoint, Model model, String reason) {
    return endpoint
        + " did not get "
        + model.tag()
        + " ("
        + reason(reason)
        + "); check the name and the server's way to its registry, or get it by hand with"
        + " `ollama pull "
        + ShellWord.of(model.tag())
        + "`";
  }

  static String keyWanted(URI endpoint, int status, String reason, ApiKey key) {
    return endpoint
        + (key.isSet() ? " does not take the key of " + key.variable() : " wants a key")
        + " (status "
        + status
        + (reason.isBlank() ? "" : ": " + reason(reason))
        + "); name the environment variable that holds it in "
        + Property.OLLAMA_KEY_VARIABLE.key();
  }

  static String busy(URI endpoint, String reason) {
    return endpoint
        + " is busy (503: "
        + reason(reason)
        + "); make fewer calls at once, or start the server with a larger OLLAMA_MAX_QUEUE";
  }

  static String status(URI endpoint, int status, String reason) {
    return endpoint
        + " answered with status "
        + status
        + (reason.isEmpty() ? " and no reason" : ": " + reason(reason))
        + "; look into the server's log";
  }

  static String notOllama(URI endpoint, int status, String body) {
    return noServer(Api.OLLAMA, endpoint, status, body);
  }

  static String noServer(Api api, URI endpoint, int status, String body) {
    return endpoint
        + " is no "
        + api.server()
        + ": it answered with status "
        + status
        + " and '"
        + quote(body)
        + "' instead of JSON; set "
        + Property.ENDPOINTS.key();
  }

  static String errorLine(String error) {
    return "the server broke off with an error: "
        + reason(error)
        + "; look into the server's log for its cause";
  }

  static String plainEnd() {
    return "the answer ended without its terminator (done:true); the model's runner may have died"
        + " or run into the repeat guard: look into the server's log";
  }

  static String halfLine(String line) {
    return "the answer ended within a line, '" + quote(line) + "'; look into the server's log";
  }

  static String brokeWithinAnswer(String reason) {
    return "the connection broke within the answer (" + reason + "); look into the server's log";
  }

  static String malformed(String line) {
    return "the server sent '"
        + quote(line)
        + "', which is no line of an Ollama answer; check what stands between client and server";
  }

  static String lineTooLong(int limit) {
    return "the server sent a line of more than "
        + limit / (1024 * 1024)
        + " MiB; no line of an Ollama answer is that long: check what answers there";
  }

  static String answerTooLong(long limit) {
    return "the answer is longer than "
        + limit / (1024 * 1024)
        + " MiB and was given up; ask for a shorter one with "
        + Property.NUM_PREDICT.key()
        + ", or check what answers there";
  }

  static String noAnswer(Api api, URI endpoint, Duration timeout) {
    return "nothing answers at "
        + endpoint
        + " within "
        + seconds(timeout)
        + "; "
        + api.start()
        + ", or set "
        + Property.ENDPOINTS.key();
  }

  static String connectTimeout(URI endpoint, Duration timeout) {
    return "no connection to "
        + endpoint
        + " within "
        + seconds(timeout)
        + "; check that the server is up, or raise "
        + Property.TIMEOUT_CONNECT.key();
  }

  static String firstTokenTimeout(Duration timeout) {
    return "no token within "
        + seconds(timeout)
        + " of the request; the model may still be loading or the call may be queued: raise "
        + Property.TIMEOUT_FIRST_TOKEN.key();
  }

  static String idleTimeout(Duration timeout) {
    return "nothing more within "
        + seconds(timeout)
        + " after a line of the answer; if the model is that slow, raise "
        + Property.TIMEOUT_IDLE.key();
  }

  static String totalTimeout(Duration timeout) {
    return "the call was not over within "
        + seconds(timeout)
        + "; ask for a shorter answer with "
        + Property.NUM_PREDICT.key()
        + ", or raise "
        + Property.TIMEOUT_TOTAL.key();
  }

  static String interrupted() {
    return "the call was cancelled: its thread was interrupted, because another agent failed or the"
        + " run was stopped";
  }

  static String clientClosed() {
    return "the call was cancelled: its client was closed";
  }

  /** The beginning of a line the server sent, with what cannot be printed escaped. */
  static String quote(String line) {
    return quote(line, LINE_CHARS);
  }

  /** What the server gives as a reason, with what cannot be printed escaped. */
  static String reason(String text) {
    return quote(text, REASON_CHARS);
  }

  private static String quote(String text, int most) {
    return Printable.of(text.strip(), most);
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
