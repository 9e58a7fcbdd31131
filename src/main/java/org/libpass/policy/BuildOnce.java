package org.libpass.policy;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Keeps what is slow to build, a bounded number of it. Who asks first builds in their own thread,
 * who asks for the same meanwhile waits, and nobody else does.
 */
final class BuildOnce<K, V> {

  private final AsyncCache<K, V> built;

  /**
   * @param most how many are kept
   */
  BuildOnce(int most) {
    built = Caffeine.newBuilder().maximumSize(most).buildAsync();
  }

  /** The value of a key, built now if it is not there. */
  V get(K key, Supplier<V> builder) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> first = built.asMap().putIfAbsent(key, mine);
    if (first != null) {
      return joined(first);
    }
    try {
      mine.complete(builder.get());
    } catch (RuntimeException | Error e) {
      // A failed future leaves the cache by itself, so that the next one tries again.
      mine.completeExceptionally(e);
    }
    return joined(mine);
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Forgets the others. */
  void keepOnly(Set<K> keys) {
    built.asMap().keySet().retainAll(keys);
  }
}
