/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-names"

#include "config.h"

#include "ty-names.h"

#include "ty-collate.h"
#include "ty-names-order.h"
#include "ty-pinyin.h"
#include "ty-text.h"
#include "ty-texts.h"
#include "ty-typed.h"

#include <string.h>

/* Where a second thread is worth its start: from half a million names on. */
#define N_BYTES_FOR_TWO (16u << 20)

/* Stands in the place of pinyin that is not stored. */
#define NO_PINYIN "\x01"

#define FIRST_SLOTS 1024u

/* What readers see of a dictionary, or a copy of it. */
typedef struct
{
  TyBuffer texts;  /* number, name and pinyin of each, with a 0 behind the latter */
  TyBuffer starts; /* guint32: where the name begins */
  TyTexts folded;
  TyTexts letters;
  TyTexts initials;
} Contents;

/**
 * TyNames:
 *
 * The distinct names of a file, each with its pinyin once; a person has the number of a name. Names
 * are only added, so that a number stays what it is. Any thread may call anything: one adds at a
 * time, and searching and sorting go on beside it.
 */
struct _TyNames
{
  gatomicrefcount count;

  GMutex adding;  /* of what follows */
  guint64 *slots; /* (owned): a part of the hash, and where the name begins */
  guint n_slots;

  GMutex appending; /* of what follows, which changes only with adding held, too */
  Contents contents;

  TyNamesOrder by_pinyin;
  TyNamesOrder by_strokes;
};

typedef struct
{
  const char *name;
  const char *pinyin;
  gsize name_length;
  gsize pinyin_length;
} Pair;

typedef struct
{
  const Contents *contents;
  const TyTyped *typed;
  TyBitmap *found;
  guint first_block;
  guint end_block;
} Search;

static guint
count_names (const Contents *contents)
{
  return (guint) (contents->starts.length / sizeof (guint32));
}

static const char *
get_name (const Contents *contents,
          guint32         number)
{
  return (const char *) contents->texts.data + TY_BUFFER_INDEX (&contents->starts, guint32, number);
}

static void
copy_contents (TyNames  *self,
               Contents *copy)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->appending);

  ty_buffer_copy (&self->contents.texts, &copy->texts);
  ty_buffer_copy (&self->contents.starts, &copy->starts);
  ty_texts_copy (&self->contents.folded, &copy->folded);
  ty_texts_copy (&self->contents.letters, &copy->letters);
  ty_texts_copy (&self->contents.initials, &copy->initials);
}

static void
clear_contents (Contents *self)
{
  ty_buffer_clear (&self->texts);
  ty_buffer_clear (&self->starts);
  ty_texts_clear (&self->folded);
  ty_texts_clear (&self->letters);
  ty_texts_clear (&self->initials);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Contents, clear_contents)

static char *
make_pinyin_key (guint32  number,
                 gpointer data)
{
  const char *name = get_name (data, number);
  const char *pinyin = name + strlen (name) + 1;

  return ty_collate_key_pinyin (name, g_str_equal (pinyin, NO_PINYIN) ? NULL : pinyin);
}

static char *
make_stroke_key (guint32  number,
                 gpointer data)
{
  return ty_collate_key_stroke (get_name (data, number));
}

/**
 * ty_names_new:
 *
 * Returns: (transfer full): a dictionary without names
 */
TyNames *
ty_names_new (void)
{
  TyNames *self = g_new0 (TyNames, 1);

  g_atomic_ref_count_init (&self->count);
  g_mutex_init (&self->adding);
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (guint64, self->n_slots);

  g_mutex_init (&self->appending);
  ty_names_order_init (&self->by_pinyin, make_pinyin_key);
  ty_names_order_init (&self->by_strokes, make_stroke_key);
  return self;
}

/**
 * ty_names_ref:
 * @self: a dictionary
 *
 * Returns: (transfer full): the same
 */
TyNames *
ty_names_ref (TyNames *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
ty_names_unref (TyNames *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_mutex_clear (&self->adding);
  g_free (self->slots);
  g_mutex_clear (&self->appending);
  clear_contents (&self->contents);
  ty_names_order_clear (&self->by_pinyin);
  ty_names_order_clear (&self->by_strokes);
  g_free (self);
}

static guint64
mix (guint64 hash,
     guint64 word)
{
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return hash ^ (hash >> 29);
}

static guint64
hash_text (guint64     hash,
           const char *text,
           gsize       length)
{
  guint64 word;

  for (; length >= sizeof word; text += sizeof word, length -= sizeof word)
    {
      memcpy (&word, text, sizeof word);
      hash = mix (hash, word);
    }
  word = length;
  memcpy (&word, text, length);
  return mix (hash, word ^ (guint64) length << 56);
}

static guint32
hash_pair (const Pair *pair)
{
  guint64 hash = hash_text (0, pair->name, pair->name_length);

  return (guint32) (hash_text (hash, pair->pinyin, pair->pinyin_length) >> 32);
}

static gboolean
is_pair (const char *name,
         const Pair *pair)
{
  return strcmp (name, pair->name) == 0 && strcmp (name + pair->name_length + 1, pair->pinyin) == 0;
}

/* The slot of the pair, or the empty one where it belongs. */
static guint64 *
find_slot (TyNames    *self,
           guint32     hash,
           const Pair *pair)
{
  const char *texts = self->contents.texts.data;
  guint i = hash & (self->n_slots - 1);

  while (self->slots[i] != 0
         && (self->slots[i] >> 32 != hash || !is_pair (texts + (guint32) self->slots[i], pair)))
    i = (i + 1) & (self->n_slots - 1);

  return &self->slots[i];
}

/* Before its name, as the slot leads there. */
static guint32
get_number (const Contents *contents,
            guint32         start)
{
  guint32 number;

  memcpy (&number, (const char *) contents->texts.data + start - sizeof number, sizeof number);
  return number;
}

static void
double_slots (TyNames *self)
{
  guint n_slots = self->n_slots * 2;
  guint64 *slots = g_new0 (guint64, n_slots);

  for (guint old = 0; old < self->n_slots; old++)
    if (self->slots[old] != 0)
      {
        guint i = (guint) (self->slots[old] >> 32) & (n_slots - 1);

        while (slots[i] != 0)
          i = (i + 1) & (n_slots - 1);
        slots[i] = self->slots[old];
      }
  g_free (self->slots);
  self->slots = slots;
  self->n_slots = n_slots;
}

static void
append_text (TyTexts    *texts,
             const char *text)
{
  ty_texts_append (texts, text, strlen (text));
}

/* Keys are made before readers are kept out. Returns where the name begins. */
static guint32
append_pair (TyNames    *self,
             const Pair *pair)
{
  Contents *contents = &self->contents;
  gboolean is_stored = !g_str_equal (pair->pinyin, NO_PINYIN);
  g_autofree char *made = is_stored ? NULL : ty_pinyin_for_name (pair->name);
  const char *pinyin = is_stored ? pair->pinyin : made;
  g_autofree char *folded = ty_text_fold (pair->name);
  g_autofree char *letters = ty_pinyin_search_key (pinyin);
  g_autofree char *initials = ty_pinyin_initials (pinyin);
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->appending);
  guint32 number = count_names (contents);
  guint32 start = (guint32) (contents->texts.length + sizeof number);

  ty_buffer_append (&contents->starts, &start, sizeof start);
  ty_buffer_append (&contents->texts, &number, sizeof number);
  ty_buffer_append (&contents->texts, pair->name, pair->name_length + 1);
  ty_buffer_append (&contents->texts, pair->pinyin, pair->pinyin_length + 1);
  append_text (&contents->folded, folded);
  append_text (&contents->letters, letters);
  append_text (&contents->initials, initials);
  return start;
}

/**
 * ty_names_add:
 * @self: a dictionary
 * @name: a name
 * @pinyin: (nullable): its stored pinyin; for the searches and the order by pinyin,
 *   ty_pinyin_for_name() stands in for %NULL
 *
 * Returns: the number of this name with this pinyin, which is new where it was never added
 */
guint32
ty_names_add (TyNames    *self,
              const char *name,
              const char *pinyin)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->adding);
  Pair pair = { name, pinyin != NULL ? pinyin : NO_PINYIN };
  guint64 *slot;
  guint32 hash, n;

  pair.name_length = strlen (pair.name);
  pair.pinyin_length = strlen (pair.pinyin);
  hash = hash_pair (&pair);
  slot = find_slot (self, hash, &pair);
  if (*slot != 0)
    return get_number (&self->contents, (guint32) *slot);

  *slot = (guint64) hash << 32 | append_pair (self, &pair);
  n = count_names (&self->contents);
  if (n > self->n_slots / 16 * 13)
    double_slots (self);
  return n - 1;
}

/**
 * ty_names_get_n:
 * @self: a dictionary
 *
 * Returns: how many names it has, with numbers from 0
 */
guint
ty_names_get_n (TyNames *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->appending);

  return count_names (&self->contents);
}

/**
 * ty_names_get_size:
 * @self: a dictionary
 *
 * Returns: the bytes that its names take, without the orders
 */
gsize
ty_names_get_size (TyNames *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->adding);
  const Contents *contents = &self->contents;

  return self->n_slots * sizeof *self->slots + contents->texts.length + contents->starts.length
         + ty_texts_get_size (&contents->folded) + ty_texts_get_size (&contents->letters)
         + ty_texts_get_size (&contents->initials);
}

/**
 * ty_names_dup_name:
 * @self: a dictionary
 * @number: the number of a name
 *
 * Returns: (transfer full): the name as it was added
 */
char *
ty_names_dup_name (TyNames *self,
                   guint32  number)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->appending);

  g_return_val_if_fail (number < count_names (&self->contents), NULL);

  return g_strdup (get_name (&self->contents, number));
}

static gpointer
search_blocks (gpointer data)
{
  Search *search = data;
  const Contents *names = search->contents;
  const char *letters = search->typed->letters;
  guint64 *words = search->found->words;

  ty_texts_find (&names->folded, search->typed->folded, search->first_block, search->end_block,
                 words);
  if (*letters != '\0')
    {
      ty_texts_find (&names->letters, letters, search->first_block, search->end_block, words);
      ty_texts_find (&names->initials, letters, search->first_block, search->end_block, words);
    }
  return NULL;
}

static void
search_in_two (Search *search)
{
  Search second = *search;
  GThread *thread;

  second.first_block = search->end_block = search->end_block / 2;
  thread = g_thread_new ("names", search_blocks, &second);
  search_blocks (search);
  g_thread_join (thread);
}

static TyBitmap *
search_contents (const Contents *contents,
                 const TyTyped  *typed)
{
  Search search = { contents, typed, ty_bitmap_new (count_names (contents)), 0, 0 };

  search.end_block = ty_texts_get_n_blocks (&contents->folded);
  if (ty_typed_is_empty (typed))
    ty_bitmap_fill (search.found);
  else if (contents->texts.length > N_BYTES_FOR_TWO)
    search_in_two (&search);
  else
    search_blocks (&search);

  return search.found;
}

/**
 * ty_names_search:
 * @self: a dictionary
 * @text: what was typed
 *
 * Finds names by a part in either script, by letters of their pinyin and by initials: 曉 and 晓,
 * `zhangx` and `zxm` find 张晓明. Nothing but blanks finds every name.
 *
 * Returns: (transfer full): the numbers of what was found, of all names there are now
 */
TyBitmap *
ty_names_search (TyNames    *self,
                 const char *text)
{
  g_auto(TyTyped) typed = { 0 };
  g_auto(Contents) contents = { 0 };

  ty_typed_init (&typed, text);
  copy_contents (self, &contents);
  return search_contents (&contents, &typed);
}

static TyFit
rank_inside (const Contents *contents,
             const TyTyped  *typed,
             guint32         number,
             const char     *initials)
{
  const char *name = get_name (contents, number);
  const char *pinyin = name + strlen (name) + 1;
  g_autofree char *made = g_str_equal (pinyin, NO_PINYIN) ? ty_pinyin_for_name (name) : NULL;

  return ty_typed_rank_syllables (typed, made != NULL ? made : pinyin, initials);
}

/* The texts of a block follow one another, so that those between must be passed, too. */
static void
rank_block (const Contents *contents,
            const TyTyped  *typed,
            guint           block,
            guint64         found,
            guint8         *ranks)
{
  const char *folded = ty_texts_get_block (&contents->folded, block);
  const char *letters = ty_texts_get_block (&contents->letters, block);
  const char *initials = ty_texts_get_block (&contents->initials, block);
  guint32 number = block * TY_TEXTS_BLOCK;

  for (; found != 0; found >>= 1, number++)
    {
      if (found & 1)
        ranks[number] = ty_typed_rank (typed, folded, letters, initials);
      if (found & 1 && ranks[number] == TY_FIT_INSIDE_PINYIN)
        ranks[number] = rank_inside (contents, typed, number, initials);
      folded += strlen (folded) + 1;
      letters += strlen (letters) + 1;
      initials += strlen (initials) + 1;
    }
}

/**
 * ty_names_rank:
 * @self: a dictionary
 * @text: what was typed
 * @n: (out): how many names there are now
 *
 * Finds names as ty_names_search() does, and tells how well each fits.
 *
 * Returns: (transfer full) (array length=n): the `TyFit` of each name by number
 */
guint8 *
ty_names_rank (TyNames    *self,
               const char *text,
               guint      *n)
{
  g_auto(TyTyped) typed = { 0 };
  g_auto(Contents) contents = { 0 };
  g_autoptr(TyBitmap) found = NULL;
  guint8 *ranks;

  ty_typed_init (&typed, text);
  copy_contents (self, &contents);
  found = search_contents (&contents, &typed);
  ranks = g_malloc (found->n_bits + 1);
  memset (ranks, TY_FIT_NONE, found->n_bits + 1);
  for (guint block = 0; block < ty_texts_get_n_blocks (&contents.folded); block++)
    if (found->words[block] != 0)
      rank_block (&contents, &typed, block, found->words[block], ranks);
  *n = found->n_bits;
  return ranks;
}

static GArray *
dup_ranks (TyNames      *self,
           TyNamesOrder *order)
{
  g_auto(Contents) contents = { 0 };

  copy_contents (self, &contents);
  return ty_names_order_dup_ranks (order, count_names (&contents), &contents);
}

/**
 * ty_names_dup_pinyin_ranks:
 * @self: a dictionary
 *
 * The first call sorts all names, a later one takes in those that were added since.
 *
 * Returns: (transfer full) (element-type guint32): the place of each name in the order by pinyin
 *   (ty_collate_key_pinyin()), the same for equal ones; it is not changed any more
 */
GArray *
ty_names_dup_pinyin_ranks (TyNames *self)
{
  return dup_ranks (self, &self->by_pinyin);
}

/**
 * ty_names_dup_stroke_ranks:
 * @self: a dictionary
 *
 * Returns: (transfer full) (element-type guint32): the same for the order by strokes
 *   (ty_collate_key_stroke())
 */
GArray *
ty_names_dup_stroke_ranks (TyNames *self)
{
  return dup_ranks (self, &self->by_strokes);
}
