/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-photo-match"

#include "config.h"

#include "ty-photo-match.h"

#include "ty-id-number.h"
#include "ty-person-table.h"
#include "ty-person.h"
#include "ty-roster-table.h"
#include "ty-text.h"
#include "ty-unit-names.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whose photo a file is, by its name: an ID number says it; a name says it where only one person has it,
 * or where a unit behind it leaves one. What contradicts itself is left to the office. */

struct _TyPhotoMatch
{
  TyDatabase *database; /* (unowned) */
  TyUnitNames *names;   /* (owned) */
  TyDate as_of;
};

/* What the name of a file is made of. */
typedef struct
{
  char *number;     /* (owned) (nullable) */
  GPtrArray *words; /* (owned) (element-type utf8): what else stands in it */
} Parts;

static void
parts_clear (Parts *parts)
{
  g_free (parts->number);
  g_clear_pointer (&parts->words, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

TyPhotoMatch *
ty_photo_match_new (TyDatabase *database,
                    TyDate      as_of)
{
  TyPhotoMatch *self = g_new0 (TyPhotoMatch, 1);

  self->database = database;
  self->names = ty_unit_names_new (database);
  self->as_of = as_of;
  return self;
}

void
ty_photo_match_free (TyPhotoMatch *self)
{
  ty_unit_names_free (self->names);
  g_free (self);
}

/* Where seventeen digits and a digit or X stand, with nothing of the kind beside them; -1 = nowhere. */
static gssize
find_number (const char *text)
{
  gsize length = strlen (text);

  for (gsize i = 0; i + 18 <= length; i++)
    {
      gsize n = 0;

      if (i > 0 && g_ascii_isdigit (text[i - 1]))
        continue;
      while (n < 17 && g_ascii_isdigit (text[i + n]))
        n++;
      if (n == 17 && (g_ascii_isdigit (text[i + 17]) || g_ascii_toupper (text[i + 17]) == 'X')
          && !g_ascii_isdigit (text[i + 18]))
        return (gssize) i;
    }
  return -1;
}

static char *
cut_number (GString *text)
{
  gssize place = find_number (text->str);
  char *number;

  if (place < 0)
    return NULL;

  number = g_ascii_strup (text->str + place, 18);
  g_string_erase (text, place, 18);
  g_string_insert_c (text, place, ' ');
  return number;
}

/**
 * ty_photo_match_mask:
 * @file_name: name of a file
 *
 * Returns: (transfer full): the same as it may stand in a list: with an ID number masked
 */
char *
ty_photo_match_mask (const char *file_name)
{
  gssize place = find_number (file_name);
  g_autofree char *head = NULL;
  g_autofree char *number = NULL;
  g_autofree char *masked = NULL;

  if (place < 0)
    return g_strdup (file_name);

  head = g_strndup (file_name, (gsize) place);
  number = g_strndup (file_name + place, 18);
  masked = ty_text_mask_id_number (number);
  return g_strconcat (head, masked, file_name + place + 18, NULL);
}

static gboolean
is_separator (gunichar c)
{
  return g_unichar_isspace (c) || (c < 0x80 && strchr ("_-+,;.()[]{}&@#=~", (int) c) != NULL)
         || c == 0x3000 || c == 0xff08 || c == 0xff09 || c == 0x3001 || c == 0xff0c || c == 0x2014
         || c == 0x3010 || c == 0x3011 || c == 0xff3f || c == 0xff0d;
}

/* Numbers of a list, and words that only say that it is a photo. */
static gboolean
says_nothing (const char *word)
{
  static const char *const words[] = {
    "照片", "相片", "证件照", "免冠照", "登记照", "寸照", "一寸", "二寸", "两寸", "蓝底", "白底", "红底",
    "photo", "img", "副本", "copy",
  };

  if (*word == '\0' || strspn (word, "0123456789") == strlen (word))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (word, words[i]) == 0)
      return TRUE;

  return FALSE;
}

static char *
strip_photo_word (const char *word)
{
  static const char *const endings[] = { "证件照", "免冠照", "登记照", "照片", "相片" };
  g_autofree char *name = g_strdup (word);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]) && strlen (name) > strlen (endings[i]))
      name[strlen (name) - strlen (endings[i])] = '\0';

  /* A number of a list stands before or behind the name: 12张三, 张三2. */
  while (*name != '\0' && g_ascii_isdigit (name[strlen (name) - 1]))
    name[strlen (name) - 1] = '\0';
  return g_strdup (name + strspn (name, "0123456789"));
}

static void
add_word (Parts      *parts,
          const char *start,
          gsize       length)
{
  g_autofree char *word = g_strndup (start, length);
  g_autofree char *stripped = strip_photo_word (word);
  char *clean;

  if (says_nothing (stripped))
    return;
  clean = ty_text_clean_name (stripped);
  if (clean != NULL && *clean != '\0')
    g_ptr_array_add (parts->words, g_steal_pointer (&clean));
  g_free (clean);
}

static gboolean
is_single (const char *word)
{
  return *word != '\0' && *g_utf8_next_char (word) == '\0';
}

/* Rosters write short names with a blank, so that they are as wide as the others: 李 四. */
static void
join_single (Parts *parts)
{
  for (guint i = 0; i + 1 < parts->words->len; i++)
    {
      const char *first = g_ptr_array_index (parts->words, i);
      const char *second = g_ptr_array_index (parts->words, i + 1);
      char *joined;

      if (!is_single (first) || !is_single (second))
        continue;
      joined = g_strconcat (first, second, NULL);
      g_ptr_array_remove_index (parts->words, i + 1);
      g_free (g_ptr_array_index (parts->words, i));
      g_ptr_array_index (parts->words, i) = joined;
    }
}

static void
take_apart (const char *file_name,
            Parts      *parts)
{
  g_autoptr(GString) text = NULL;
  const char *dot = strrchr (file_name, '.');
  const char *start;

  text = dot != NULL && dot != file_name ? g_string_new_len (file_name, dot - file_name)
                                         : g_string_new (file_name);
  parts->number = cut_number (text);
  parts->words = g_ptr_array_new_with_free_func (g_free);
  start = text->str;
  for (const char *p = text->str;; p = g_utf8_next_char (p))
    {
      if (*p != '\0' && !is_separator (g_utf8_get_char (p)))
        continue;
      add_word (parts, start, (gsize) (p - start));
      if (*p == '\0')
        break;
      start = g_utf8_next_char (p);
    }
  join_single (parts);
}

/* The posts with their units: they tell people of one name apart. */
static char *
dup_posts (TyPhotoMatch  *self,
           TyRecord      *person,
           GError       **error)
{
  gint64 id = ty_record_get_integer (person, TY_PERSON_ID);
  g_autoptr(GArray) posts = ty_roster_table_list_posts_of (self->database, id, self->as_of, error);
  g_autoptr(GPtrArray) held = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  if (posts == NULL)
    return NULL;
  held = ty_words_sort_posts (posts, self->as_of);
  for (guint i = 0; i < held->len; i++)
    {
      const TyRosterPostRow *post = g_ptr_array_index (held, i);
      g_autofree char *path = ty_unit_names_dup_path (self->names, post->unit, self->as_of);
      g_autofree char *name = ty_words_dup_row_post (self->names, post, self->as_of);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ty_words_get_separator () : "", path, name);
    }
  return g_strdup (text->str);
}

static void
set_person (TyPhotoFile *file,
            TyRecord    *person,
            const char  *posts)
{
  const char *name = ty_record_get_text (person, TY_PERSON_NAME);

  file->person = ty_record_get_integer (person, TY_PERSON_ID);
  file->who = *posts != '\0' ? g_strdup_printf ("%s　%s", name, posts) : g_strdup (name);
  file->state = ty_record_get_text (person, TY_PERSON_PHOTO) != NULL ? TY_PHOTO_OTHER : TY_PHOTO_NEW;
}

static void
set_open (TyPhotoFile  *file,
          TyPhotoState  state,
          char         *text)
{
  file->state = state;
  g_free (file->text);
  file->text = text;
}

static gboolean
match_number (TyPhotoMatch  *self,
              TyPhotoFile   *file,
              const Parts   *parts,
              GError       **error)
{
  g_autoptr(GPtrArray) people = ty_person_table_list_by_number (self->database, parts->number, error);
  TyRecord *person = people != NULL && people->len > 0 ? g_ptr_array_index (people, 0) : NULL;
  g_autofree char *masked = ty_text_mask_id_number (parts->number);
  g_autofree char *posts = NULL;

  if (people == NULL)
    return FALSE;
  if (person == NULL)
    {
      set_open (file, TY_PHOTO_NOBODY,
                g_strdup_printf (_("Nobody has the ID number %s. Enter the person first, or correct the "
                                   "name of the file."), masked));
      return TRUE;
    }
  if (parts->words->len > 0)
    {
      const char *word = g_ptr_array_index (parts->words, 0);
      g_autoptr(GPtrArray) named = ty_person_table_list_by_name (self->database, word, error);

      if (named == NULL)
        return FALSE;
      if (named->len > 0 && g_strcmp0 (ty_record_get_text (person, TY_PERSON_NAME), word) != 0)
        {
          set_open (file, TY_PHOTO_CONTRADICTION,
                    g_strdup_printf (_("The name is %s, but the ID number is that of %s. Correct the name of "
                                       "the file."), word, ty_record_get_text (person, TY_PERSON_NAME)));
          return TRUE;
        }
    }
  posts = dup_posts (self, person, error);
  if (posts == NULL)
    return FALSE;

  set_person (file, person, posts);
  return TRUE;
}

/* A word that names a unit decides, even where it leaves nobody; any other is of no account. */
static gboolean
is_unit_word (const char *word)
{
  static const char *const endings[] = { "村", "社区", "镇", "鎮", "乡", "鄉", "街道", "居委会", "局", "办",
                                         "社區", "居委會", "辦" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (word, endings[i]))
      return TRUE;

  return FALSE;
}

typedef struct
{
  TyRecord *person; /* (unowned) */
  char *posts;      /* (owned) */
} Candidate;

static void
candidate_free (gpointer data)
{
  Candidate *candidate = data;

  g_free (candidate->posts);
  g_free (candidate);
}

/* Leaves those who serve in the unit. */
static gboolean
narrow (GPtrArray  *candidates,
        const char *word)
{
  guint n = 0;

  for (guint i = 0; i < candidates->len; i++)
    n += strstr (((Candidate *) g_ptr_array_index (candidates, i))->posts, word) != NULL;
  if (n == 0)
    return !is_unit_word (word);

  for (guint i = candidates->len; i > 0; i--)
    if (strstr (((Candidate *) g_ptr_array_index (candidates, i - 1))->posts, word) == NULL)
      g_ptr_array_remove_index (candidates, i - 1);
  return TRUE;
}

static char *
describe (GPtrArray *candidates)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < candidates->len && i < 4; i++)
    {
      const Candidate *candidate = g_ptr_array_index (candidates, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ty_words_get_separator () : "",
                              *candidate->posts != '\0' ? candidate->posts : _("no post"));
    }
  return g_strdup_printf (_("%u people have that name (%s). Write the village or the ID number behind it: "
                            "name_village.jpg."), candidates->len, text->str);
}

static void
settle (TyPhotoFile *file,
        const char  *name,
        GPtrArray   *candidates,
        const char  *elsewhere)
{
  const Candidate *first = candidates->len > 0 ? g_ptr_array_index (candidates, 0) : NULL;

  if (elsewhere != NULL)
    set_open (file, TY_PHOTO_CONTRADICTION,
              g_strdup_printf (_("Nobody named %s serves in %s. Correct the name of the file."), name,
                               elsewhere));
  else if (candidates->len > 1)
    set_open (file, TY_PHOTO_SEVERAL_PEOPLE, describe (candidates));
  else
    set_person (file, first->person, first->posts);
}

/* The first word that is somebody’s name, whichever place it has: 张三_东山村, 东山村-张三. */
static gboolean
match_name (TyPhotoMatch  *self,
            TyPhotoFile   *file,
            const Parts   *parts,
            GError       **error)
{
  for (guint i = 0; i < parts->words->len; i++)
    {
      const char *name = g_ptr_array_index (parts->words, i);
      g_autoptr(GPtrArray) people = ty_person_table_list_by_name (self->database, name, error);
      g_autoptr(GPtrArray) candidates = g_ptr_array_new_with_free_func (candidate_free);
      const char *elsewhere = NULL;

      if (people == NULL)
        return FALSE;
      for (guint k = 0; k < people->len; k++)
        {
          Candidate *candidate = g_new0 (Candidate, 1);

          g_ptr_array_add (candidates, candidate);
          candidate->person = g_ptr_array_index (people, k);
          candidate->posts = dup_posts (self, candidate->person, error);
          if (candidate->posts == NULL)
            return FALSE;
        }
      if (candidates->len == 0)
        continue;
      for (guint k = 0; k < parts->words->len && elsewhere == NULL; k++)
        if (k != i && !narrow (candidates, g_ptr_array_index (parts->words, k)))
          elsewhere = g_ptr_array_index (parts->words, k);
      settle (file, name, candidates, elsewhere);
      return TRUE;
    }

  set_open (file, TY_PHOTO_NOBODY,
            g_strdup (_("The name of the file is that of nobody. Call it by name or ID number: name.jpg, "
                        "name_village.jpg.")));
  return TRUE;
}

/**
 * ty_photo_match_run:
 * @self: the people
 * @file: a file that is a picture; told whose it is
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the people could be read
 */
gboolean
ty_photo_match_run (TyPhotoMatch  *self,
                    TyPhotoFile   *file,
                    GError       **error)
{
  g_auto(Parts) parts = { 0 };

  take_apart (file->name, &parts);
  return parts.number != NULL ? match_number (self, file, &parts, error)
                              : match_name (self, file, &parts, error);
}
