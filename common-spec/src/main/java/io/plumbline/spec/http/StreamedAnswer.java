package io.plumbline.spec.http;

/** An answer that is written piece by piece while it is made; the framework gives it the response to write to. */
public interface StreamedAnswer {
    /** Begins: status and headers are set. It must end or cut the body, whatever happens. */
    void start(ResponseBody body);
}
