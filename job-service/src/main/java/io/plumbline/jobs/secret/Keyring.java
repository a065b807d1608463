package io.plumbline.jobs.secret;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The keys of the environment as one keyset: the first seals, each opens what it sealed. */
final class Keyring {
    private static final Pattern ENTRY = Pattern.compile("(?:([1-9][0-9]{0,8}):)?([A-Za-z0-9+/_-]+={0,2})");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    /** What Tink puts before a ciphertext: its version, then the key's id. */
    private static final byte VERSION = 1;

    private static final int PREFIX = 1 + Integer.BYTES;

    private final Aead aead;
    private final int primary;

    private Keyring(Aead aead, int primary) {
        this.aead = aead;
        this.primary = primary;
    }

    /** @throws IllegalArgumentException where the text holds no keys; the message names no part of them */
    static Keyring of(String text) {
        List<String> entries = Stream.of(text.split(",", -1)).map(String::strip).toList();
        List<Integer> ids = new ArrayList<>();
        KeysetHandle.Builder keys = KeysetHandle.newBuilder();
        for (int i = 0; i < entries.size(); i++) {
            Matcher entry = ENTRY.matcher(entries.get(i));
            if (!entry.matches()) {
                throw fault(i, "is not of the form id:key, for example 1:<64 hexadecimal digits>");
            }
            int id = entry.group(1) == null ? 1 : Integer.parseInt(entry.group(1));
            if (ids.contains(id)) {
                throw fault(i, "has the id of another one");
            }
            ids.add(id);
            KeysetHandle.Builder.Entry key =
                    KeysetHandle.importKey(key(id, bytes(i, entry.group(2)))).withFixedId(id);
            keys.addEntry(i == 0 ? key.makePrimary() : key);
        }
        try {
            AeadConfig.register();
            Aead aead = keys.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
            return new Keyring(aead, ids.getFirst());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java offers no AES-GCM", e);
        }
    }

    byte[] seal(byte[] plain, byte[] context) {
        try {
            return aead.encrypt(plain, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be sealed", e);
        }
    }

    /** @throws GeneralSecurityException where no key opens it, it was changed, or it is of another context */
    byte[] open(byte[] sealed, byte[] context) throws GeneralSecurityException {
        return aead.decrypt(sealed, context);
    }

    /** Whether the primary key sealed it. */
    boolean isCurrent(byte[] sealed) {
        return sealed.length > PREFIX
                && sealed[0] == VERSION
                && ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt() == primary;
    }

    @AccessesPartialKey
    private static AesGcmKey key(int id, byte[] bytes) {
        try {
            return AesGcmKey.builder()
                    .setParameters(AesGcmParameters.builder()
                            .setKeySizeBytes(KEY_BYTES)
                            .setIvSizeBytes(IV_BYTES)
                            .setTagSizeBytes(TAG_BYTES)
                            .setVariant(AesGcmParameters.Variant.TINK)
                            .build())
                    .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                    .setIdRequirement(id)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java offers no AES-GCM", e);
        }
    }

    private static byte[] bytes(int position, String text) {
        byte[] bytes = HEX.matcher(text).matches() ? HexFormat.of().parseHex(text) : base64(position, text);
        if (bytes.length != KEY_BYTES) {
            throw fault(position, "has %d bytes in place of %d".formatted(bytes.length, KEY_BYTES));
        }
        return bytes;
    }

    private static byte[] base64(int position, String text) {
        try {
            return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            throw fault(position, "is no base64");
        }
    }

    private static IllegalArgumentException fault(int position, String reason) {
        return new IllegalArgumentException("key %d %s".formatted(position + 1, reason));
    }
}
