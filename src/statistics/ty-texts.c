/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-texts"

#include "config.h"

#include "ty-texts.h"

#include <string.h>

/* Vectors of the compiler, which every machine has in some form. */
typedef guint8 Bytes __attribute__ ((vector_size (16)));
typedef guint64 Pair __attribute__ ((vector_size (16)));

/* Bytes that are looked at in one step. */
#define STEP 64

/* How often a byte can be added to another. */
#define MAX_SUM 255

#define EVEN_BYTES G_GUINT64_CONSTANT (0x00FF00FF00FF00FF)
#define LOW_BITS G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGH_BITS G_GUINT64_CONSTANT (0x8080808080808080)

typedef struct
{
  guint32 start;
  gint has_ascii; /* atomic: of the last block of a copy, it may still become true */
} Block;

/* What is searched for. Two of its bytes, the rarest, tell nearly always that it does not stand at a
 * place. */
typedef struct
{
  const guint8 *text;
  gsize length;
  gsize first;
  gsize second;
} Part;

/* A place and the number of the text in which it is. */
typedef struct
{
  const TyTexts *texts;
  const guint8 *place;
  guint block;
  guint in_block;
} Cursor;

static const guint8 *
get_start (const TyTexts *self,
           guint          block)
{
  return (const guint8 *) self->bytes.data
         + (block < ty_texts_get_n_blocks (self) ? TY_BUFFER_INDEX (&self->blocks, Block, block).start
                                                 : self->bytes.length);
}

static gboolean
block_has_ascii (const TyTexts *self,
                 guint          block)
{
  return g_atomic_int_get (&TY_BUFFER_INDEX (&self->blocks, Block, block).has_ascii);
}

static Bytes
load (const guint8 *place)
{
  Bytes bytes;

  memcpy (&bytes, place, sizeof bytes);
  return bytes;
}

static gboolean
is_any (Bytes marks)
{
  Pair pair = (Pair) marks;

  return (pair[0] | pair[1]) != 0;
}

static Bytes
repeat (guint8 byte)
{
  return (Bytes) { 0 } + byte;
}

/* Which of eight bytes comes first in memory of those that are not 0. */
static guint
get_first_mark (guint64 marks)
{
  return (guint) __builtin_ctzll (GUINT64_TO_LE (marks)) / 8;
}

static gboolean
stands_at (const Part   *part,
           const guint8 *place)
{
  return memcmp (place, part->text, part->length) == 0;
}

static const guint8 *
find_marked (const Part   *part,
             const guint8 *place,
             Bytes         marks)
{
  Pair pair = (Pair) marks;

  for (guint half = 0; half < 2; half++)
    for (guint64 word = pair[half]; word != 0;)
      {
        guint at = get_first_mark (word);

        if (stands_at (part, place + half * 8 + at))
          return place + half * 8 + at;
        word &= ~GUINT64_TO_LE ((guint64) 0xFF << (at * 8));
      }
  return NULL;
}

/* The next place at which the part stands, %NULL where there is none. */
static const guint8 *
find_next (const Part   *part,
           const guint8 *place,
           const guint8 *end)
{
  const Bytes first = repeat (part->text[part->first]);
  const Bytes second = repeat (part->text[part->second]);

  for (; place + part->length + STEP <= end; place += STEP)
    {
      Bytes marks[STEP / sizeof (Bytes)];
      Bytes any = { 0 };

      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        {
          const guint8 *at = place + i * sizeof (Bytes);

          marks[i] = (Bytes) (load (at + part->first) == first)
                     & (Bytes) (load (at + part->second) == second);
          any |= marks[i];
        }
      if (!is_any (any))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        {
          const guint8 *found = find_marked (part, place + i * sizeof (Bytes), marks[i]);

          if (found != NULL)
            return found;
        }
    }

  return memmem (place, (gsize) (end - place), part->text, part->length);
}

/* The sum of bytes of at most MAX_SUM. */
static guint
add_up (Bytes bytes)
{
  Pair pair = (Pair) bytes;
  guint64 sums = (pair[0] & EVEN_BYTES) + (pair[0] >> 8 & EVEN_BYTES) + (pair[1] & EVEN_BYTES)
                 + (pair[1] >> 8 & EVEN_BYTES);

  return (guint) (sums * G_GUINT64_CONSTANT (0x0001000100010001) >> 48);
}

/* How many texts end between two places of a block. */
static guint
count_ends (const guint8 *place,
            const guint8 *end)
{
  guint n = 0;

  while (place + sizeof (Bytes) <= end)
    {
      Bytes sums = { 0 };

      for (guint i = 0; i < MAX_SUM && place + sizeof (Bytes) <= end; i++, place += sizeof (Bytes))
        sums -= (Bytes) (load (place) == repeat (0));
      n += add_up (sums);
    }
  for (; place < end; place++)
    n += *place == 0;

  return n;
}

static void
move_to (Cursor       *cursor,
         const guint8 *place)
{
  guint block = cursor->block;

  while (get_start (cursor->texts, block + 1) <= place)
    block++;
  if (block != cursor->block)
    {
      cursor->block = block;
      cursor->in_block = 0;
      cursor->place = get_start (cursor->texts, block);
    }
  cursor->in_block += count_ends (cursor->place, place);
  cursor->place = place;
}

static void
find_between (const TyTexts *self,
              const Part    *part,
              guint          first_block,
              guint          end_block,
              guint64       *words)
{
  const guint8 *end = get_start (self, end_block);
  Cursor cursor = { self, get_start (self, first_block), first_block, 0 };
  const guint8 *found;

  while ((found = find_next (part, cursor.place, end)) != NULL)
    {
      move_to (&cursor, found);
      words[cursor.block] |= (guint64) 1 << cursor.in_block;
      cursor.place = memchr (found, 0, (gsize) (end - found));
    }
}

/* The high bit of each of eight bytes that is 0. */
static guint64
mark_zeros (guint64 bytes)
{
  return ~(((bytes & ~HIGH_BITS) + ~HIGH_BITS) | bytes | ~HIGH_BITS);
}

static guint
count_marks (guint64 marks)
{
  return (guint) ((marks >> 7) * LOW_BITS >> 56);
}

/* One letter stands in so many texts that leaping from one to the next would be the longer way. */
static void
find_byte (const TyTexts *self,
           guint8         byte,
           guint          block,
           guint64       *words)
{
  const guint8 *end = get_start (self, block + 1);
  const guint8 *place = get_start (self, block);
  guint64 bytes;
  guint in_block = 0;

  for (; place + sizeof bytes <= end; place += sizeof bytes)
    {
      guint64 ends;

      memcpy (&bytes, place, sizeof bytes);
      bytes = GUINT64_FROM_LE (bytes);
      ends = mark_zeros (bytes);
      for (guint64 marks = mark_zeros (bytes ^ byte * LOW_BITS); marks != 0; marks &= marks - 1)
        words[block] |= (guint64) 1 << (in_block + count_marks (ends & (marks ^ (marks - 1))));
      in_block += count_marks (ends);
    }
  for (; place < end; place++)
    {
      words[block] |= (guint64) (*place == byte) << (in_block & 63);
      in_block += *place == 0;
    }
}

/* How common a byte is, by guess: vowels and endings in pinyin, the first byte of a Chinese character
 * among its three. */
static guint
get_commonness (guint8 byte)
{
  static const char common[] = "fprmkbtdwcsljyqxzeouhgnia";
  const char *place;

  if (byte >= 0x80)
    return byte < 0xC0 ? 1 : 100;

  place = memchr (common, byte, sizeof common - 1);
  return place != NULL ? 2 + (guint) (place - common) : 0;
}

static Part
make_part (const char *text)
{
  Part part = { (const guint8 *) text, strlen (text), 0, 0 };

  for (gsize i = 1; i < part.length; i++)
    if (get_commonness (part.text[i]) < get_commonness (part.text[part.first]))
      part.first = i;
  part.second = part.first > 0 ? 0 : part.length - 1;
  for (gsize i = 0; i < part.length; i++)
    if (i != part.first
        && get_commonness (part.text[i]) <= get_commonness (part.text[part.second]))
      part.second = i;
  return part;
}

static gboolean
has_ascii (const char *text,
           gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] < 0x80)
      return TRUE;

  return FALSE;
}

/**
 * ty_texts_append:
 * @self: texts that are no copy
 * @text: a text, in UTF-8
 * @length: its bytes
 */
void
ty_texts_append (TyTexts    *self,
                 const char *text,
                 gsize       length)
{
  Block block = { (guint32) self->bytes.length, FALSE };

  if (self->n % TY_TEXTS_BLOCK == 0)
    ty_buffer_append (&self->blocks, &block, sizeof block);
  if (has_ascii (text, length))
    g_atomic_int_set (&TY_BUFFER_INDEX (&self->blocks, Block, self->n / TY_TEXTS_BLOCK).has_ascii, TRUE);
  ty_buffer_append (&self->bytes, text, length);
  ty_buffer_append (&self->bytes, "", 1);
  self->n++;
}

/**
 * ty_texts_copy:
 * @self: texts to which nobody appends during this call
 * @copy: (out caller-allocates): becomes the same texts, to be searched only
 */
void
ty_texts_copy (const TyTexts *self,
               TyTexts       *copy)
{
  ty_buffer_copy (&self->bytes, &copy->bytes);
  ty_buffer_copy (&self->blocks, &copy->blocks);
  copy->n = self->n;
}

void
ty_texts_clear (TyTexts *self)
{
  ty_buffer_clear (&self->bytes);
  ty_buffer_clear (&self->blocks);
}

/**
 * ty_texts_get_n_blocks:
 * @self: texts
 *
 * Returns: how many blocks they fill, the last in part
 */
guint
ty_texts_get_n_blocks (const TyTexts *self)
{
  return (guint) (self->blocks.length / sizeof (Block));
}

/**
 * ty_texts_get_size:
 * @self: texts
 *
 * Returns: the bytes that they take
 */
gsize
ty_texts_get_size (const TyTexts *self)
{
  return self->bytes.length + self->blocks.length;
}

/**
 * ty_texts_get_block:
 * @self: texts
 * @block: a block of them
 *
 * Returns: (transfer none): its first text; the others follow, each behind the 0 of the one before
 */
const char *
ty_texts_get_block (const TyTexts *self,
                    guint          block)
{
  return (const char *) get_start (self, block);
}

/**
 * ty_texts_find:
 * @self: texts
 * @part: a text that is not empty
 * @first_block: the block with which to begin
 * @end_block: the one before which to end
 * @words: (inout): words of a bitmap, one for each block of @self
 *
 * Adds the texts in which the part stands. Threads may search different blocks at a time.
 */
void
ty_texts_find (const TyTexts *self,
               const char    *part,
               guint          first_block,
               guint          end_block,
               guint64       *words)
{
  Part searched = make_part (part);
  gboolean is_ascii = has_ascii (part, searched.length);

  g_return_if_fail (*part != '\0');

  if (!is_ascii)
    {
      find_between (self, &searched, first_block, end_block, words);
      return;
    }
  for (guint block = first_block; block < end_block; block++)
    {
      guint first = block;

      while (block < end_block && block_has_ascii (self, block))
        block++;
      if (searched.length > 1)
        find_between (self, &searched, first, block, words);
      else
        for (; first < block; first++)
          find_byte (self, *searched.text, first, words);
    }
}
