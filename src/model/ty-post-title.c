/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-post-title"

#include "config.h"

#include "ty-post-title.h"

#include "ty-code-list.h"
#include "ty-post-others.h"
#include "ty-post-unit.h"
#include "ty-post-words.h"
#include "ty-text.h"
#include "ty-township-post.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_PENDING 3

G_DEFINE_QUARK (ty-post-title-error-quark, ty_post_title_error)

typedef struct
{
  TyPostBody body;
  const char *party_form;
  gboolean means_member; /* 村委 alone: the committee, or a member of it */
} Body;

/* One title while it is read from left to right. */
typedef struct
{
  GPtrArray *posts; /* (owned) (element-type TyParsedPost) */
  const char *unit_kind;
  TyPostBody settlement;
  Body last;
  Body pending[MAX_PENDING]; /* bodies that wait for their title, as in 党支部、村委会委员 */
  guint n_pending;
  char *unit; /* (owned) (nullable): what stands before the post that is read: 东山村 */
  gboolean both; /* 一肩挑 was written */
  gboolean lenient; /* what is not known is a post in its own words */
  gboolean unsure;  /* there was something of the kind */
} Reader;

static void
reader_clear (Reader *reader)
{
  g_free (reader->unit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
reader_set_unit (Reader     *reader,
                 const char *unit)
{
  g_free (reader->unit);
  reader->unit = unit != NULL && *unit != '\0' ? g_strdup (unit) : NULL;
}

/* A post that is said again without its unit is the same. */
static gboolean
is_of_unit (Reader             *reader,
            const TyParsedPost *post)
{
  return reader->unit == NULL || g_strcmp0 (post->unit, reader->unit) == 0;
}

static void
reader_take_post (Reader       *reader,
                  TyParsedPost *post)
{
  post->unit = g_strdup (reader->unit);
  g_ptr_array_add (reader->posts, post);
}

static void
reader_add (Reader     *reader,
            const char *post_key,
            const char *party_form,
            const char *text)
{
  for (guint i = 0; i < reader->posts->len; i++)
    {
      TyParsedPost *post = g_ptr_array_index (reader->posts, i);

      if (!g_str_equal (post->post_key, post_key) || !is_of_unit (reader, post))
        continue;
      if (post->party_form == NULL)
        post->party_form = party_form;
      return;
    }

  reader_take_post (reader, ty_parsed_post_new (post_key, party_form, text));
}

/* Of posts without a code there can be several, with different words. */
static void
reader_add_words (Reader     *reader,
                  const char *post_key,
                  const char *words)
{
  TyParsedPost *post;

  for (guint i = 0; i < reader->posts->len; i++)
    {
      post = g_ptr_array_index (reader->posts, i);
      if (g_strcmp0 (post->title, words) == 0 && is_of_unit (reader, post))
        return;
    }

  post = ty_parsed_post_new (post_key, NULL, words);
  post->title = g_strdup (words);
  reader_take_post (reader, post);
}

static TyPostBody
resolve_settlement (const Reader *reader,
                    const char   *rest)
{
  if (ty_post_unit_is_community (rest))
    return TY_POST_BODY_RESIDENTS;
  if (ty_post_unit_is_village (rest))
    return TY_POST_BODY_VILLAGE;

  return reader->settlement;
}

/* The body of a title that is written without one: 主任 alone is the head of the village or
 * community, 书记 alone the secretary, 委员 alone a member of what was named last. */
static Body
guess_body (const Reader          *reader,
            const TyPostTitleWord *title,
            const char            *rest)
{
  static const TyPostBody single[] = { TY_POST_BODY_PARTY, TY_POST_BODY_ECONOMIC };

  if (reader->last.body != TY_POST_BODY_ECONOMIC
      && ty_post_words_get_post (title, reader->last.body) != NULL)
    return reader->last;
  if (ty_post_words_get_post (title, TY_POST_BODY_VILLAGE) == NULL)
    for (guint i = 0; i < G_N_ELEMENTS (single); i++)
      if (ty_post_words_get_post (title, single[i]) != NULL)
        return (Body){ .body = single[i] };
  if (ty_post_words_get_post (title, TY_POST_BODY_PARTY) == NULL)
    return (Body){ .body = resolve_settlement (reader, rest) };

  return (Body){ .body = TY_POST_BODY_NONE };
}

static gboolean
reader_add_title (Reader                *reader,
                  const TyPostTitleWord *title,
                  Body                   body,
                  const char            *text)
{
  const char *post_key = ty_post_words_get_post (title, body.body);

  if (post_key == NULL)
    return FALSE;

  reader_add (reader, post_key, body.party_form, text);
  reader->last = body;
  return TRUE;
}

static const char *
member_of (TyPostBody body)
{
  return body == TY_POST_BODY_VILLAGE ? "C3" : body == TY_POST_BODY_RESIDENTS ? "J3" : "S2";
}

/* Bodies that wait and can stand for their member: 支委、村委 names two posts. */
static void
reader_add_members (Reader     *reader,
                    const char *text)
{
  guint kept = 0;

  for (guint i = 0; i < reader->n_pending; i++)
    if (reader->pending[i].means_member)
      reader_add (reader, member_of (reader->pending[i].body), NULL, text);
    else
      reader->pending[kept++] = reader->pending[i];

  reader->n_pending = kept;
}

/* The words of a post without their unit, in the script in which they are written as long as that can be told. */
static const char *
get_own_words (const char        *piece,
               const TyPostMatch *match,
               const char        *text)
{
  glong n = g_utf8_strlen (piece, -1);

  if (g_utf8_strlen (text, -1) != n)
    return piece + match->rest;

  return g_utf8_offset_to_pointer (text, n - g_utf8_strlen (piece + match->rest, -1));
}

static gboolean
take_match (Reader            *reader,
            const TyPostMatch *match,
            const char        *piece,
            const char        *rest,
            const char        *text)
{
  Body body = { .body = match->body, .party_form = match->party_form };
  gboolean ok = TRUE;

  if (body.body == TY_POST_BODY_SETTLEMENT)
    body.body = resolve_settlement (reader, rest);

  if (match->post_key != NULL || match->has_body)
    reader_add_members (reader, text);
  if (match->post_key != NULL)
    {
      if (reader->n_pending > 0)
        return FALSE;
      if (g_str_equal (match->post_key, TY_POST_OTHER))
        {
          reader_add_words (reader, TY_POST_OTHER, get_own_words (piece, match, text));
          return TRUE;
        }
      reader_add (reader, match->post_key, match->party_form, text);
      reader->last = body;
      return TRUE;
    }

  for (guint i = 0; i < reader->n_pending; i++)
    ok = ok && reader_add_title (reader, match->title, reader->pending[i], text);
  if (match->has_body)
    ok = ok && reader_add_title (reader, match->title, body, text);
  else if (reader->n_pending == 0)
    ok = reader_add_title (reader, match->title, guess_body (reader, match->title, rest), text);
  reader->n_pending = 0;

  return ok;
}

static gboolean
take_body (Reader     *reader,
           const char *piece)
{
  TyPostMatch match;
  g_autofree char *rest = NULL;

  if (reader->n_pending == MAX_PENDING || !ty_post_words_match_body (piece, &match))
    return FALSE;
  rest = g_strndup (piece, match.rest);
  if (!ty_post_unit_is_name (rest, &match))
    return FALSE;

  if (*rest != '\0')
    reader_set_unit (reader, rest);
  if (match.body == TY_POST_BODY_SETTLEMENT)
    match.body = resolve_settlement (reader, rest);
  reader->pending[reader->n_pending++] = (Body){
    .body = match.body,
    .party_form = match.party_form,
    .means_member = match.body != TY_POST_BODY_PARTY && g_str_has_suffix (piece, "委"),
  };
  return TRUE;
}

/* Reads one piece. Where titles stand side by side without a sign (书记主任), what is before the last
 * one is read first, as a piece of its own. */
static gboolean
take_piece (Reader     *reader,
            const char *piece,
            const char *text)
{
  TyPostMatch match;
  g_autoptr(GString) rest = NULL;
  g_autofree char *before = NULL;

  if (!ty_post_words_match (piece, &match))
    return take_body (reader, piece);

  rest = g_string_new_len (piece, (gssize) match.rest);
  ty_post_unit_trim_qualifiers (rest, &match);
  if (ty_post_unit_is_name (rest->str, &match))
    {
      if (rest->len > 0)
        reader_set_unit (reader, rest->str);
      return take_match (reader, &match, piece, rest->str, text);
    }

  before = g_strndup (piece, match.rest);
  g_string_assign (rest, before);
  ty_post_unit_trim_connectors (rest);
  return rest->len > 0 && take_piece (reader, rest->str, text)
         && take_match (reader, &match, piece, before, text);
}

/* A post in its own words keeps what would be a remark elsewhere: 残联专职委员. */
static gboolean
take_other (Reader     *reader,
            const char *folded,
            const char *text)
{
  TyPostMatch match;
  g_autoptr(GString) rest = NULL;

  if (!ty_post_words_match (folded, &match) || g_strcmp0 (match.post_key, TY_POST_OTHER) != 0)
    return FALSE;

  rest = g_string_new_len (folded, (gssize) match.rest);
  ty_post_unit_trim_qualifiers (rest, &match);
  if (!ty_post_unit_is_name (rest->str, &match))
    return FALSE;
  reader_set_unit (reader, rest->str);
  return take_match (reader, &match, folded, rest->str, text);
}

/* Those of a township for which the list has no code of their own keep their words: 副镇长. */
static gboolean
take_township (Reader     *reader,
               const char *folded,
               const char *text)
{
  const char *post_key = ty_township_post_find (folded, reader->unit_kind);

  if (post_key == NULL)
    return FALSE;
  if (strcmp (post_key, "T5") == 0 && strstr (folded, "班子成员") == NULL)
    reader_add_words (reader, post_key, text);
  else
    reader_add (reader, post_key, NULL, text);
  return TRUE;
}

/* 东山村 Village head: a label in any language behind the name of a unit. */
static gboolean
take_label (Reader     *reader,
            const char *text)
{
  static const char * const ends[] = { "村", "社区", "社區", NULL };
  const char *label = ty_post_words_find_label (text);

  if (label != NULL)
    {
      reader_add (reader, label, NULL, text);
      return TRUE;
    }

  for (guint i = 0; ends[i] != NULL; i++)
    {
      const char *end = g_strrstr (text, ends[i]);
      g_autofree char *unit = NULL;
      g_autofree char *folded = NULL;

      if (end == NULL)
        continue;
      end += strlen (ends[i]);
      unit = g_strndup (text, (gsize) (end - text));
      label = ty_post_words_find_label (*end == ' ' ? end + 1 : end);
      if (label == NULL)
        continue;
      folded = ty_text_fold (unit);
      reader_set_unit (reader, folded);
      reader_add (reader, label, NULL, text);
      return TRUE;
    }
  return FALSE;
}

static gboolean
take_text (Reader     *reader,
           const char *text)
{
  g_autofree char *folded = ty_text_fold (text);
  g_autoptr(GString) piece = g_string_new (folded);

  if (reader->n_pending == 0)
    reader_set_unit (reader, NULL);
  if (take_label (reader, text) || take_township (reader, folded, text) || take_other (reader, folded, text))
    return TRUE;
  ty_post_words_drop_remarks (piece);
  if (take_township (reader, piece->str, text))
    return TRUE;
  if (g_string_replace (piece, "一肩挑", "", 0) > 0)
    reader->both = TRUE;

  return piece->len == 0 || take_piece (reader, piece->str, text);
}

/* What is not known is taken as it stands, if it can be a post at all. What the attempt to understand it had
 * found is forgotten: 企业党支部书记 is no secretary of the village. */
static gboolean
take_as_written (Reader     *reader,
                 guint       n_posts,
                 guint       n_pending,
                 const char *text)
{
  g_autofree char *folded = ty_text_fold (text);

  if (!reader->lenient || n_pending > 0 || !ty_post_others_may_be (folded))
    return FALSE;

  g_ptr_array_set_size (reader->posts, (int) n_posts);
  reader->n_pending = n_pending;
  reader->unsure = TRUE;
  reader_add_words (reader, TY_POST_OTHER, text);
  return TRUE;
}

static gboolean
take_any (Reader     *reader,
          const char *text)
{
  guint n_posts = reader->posts->len;
  guint n_pending = reader->n_pending;
  Body last = reader->last;

  if (take_text (reader, text))
    return TRUE;

  reader->last = last;
  reader_set_unit (reader, NULL);
  return take_as_written (reader, n_posts, n_pending, text);
}

static void
reader_init (Reader     *reader,
             const char *unit_kind)
{
  *reader = (Reader){
    .posts = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_parsed_post_free),
    .unit_kind = unit_kind,
    .settlement = g_strcmp0 (unit_kind, "community") == 0 ? TY_POST_BODY_RESIDENTS
                                                          : TY_POST_BODY_VILLAGE,
  };
}

static gboolean
is_separator (const char *p)
{
  return *p == '\0' || strchr (",;/\\|+& \t\r\n", *p) != NULL || g_str_has_prefix (p, "、");
}

/* Whether a bracket says another post, 书记（主任）, and not how the post is held. */
static gboolean
is_post (const char *content,
         const char *unit_kind)
{
  g_autoptr(GPtrArray) posts = NULL;
  g_auto(Reader) reader = { 0 };
  gboolean ok;

  reader_init (&reader, unit_kind);
  posts = reader.posts;
  ok = take_text (&reader, content);

  return ok && reader.n_pending == 0 && (posts->len > 0 || reader.both);
}

/* （兼村委会主任） becomes a piece of its own, （主持工作） and the （居） of 村（居）委会 are left out. */
static char *
resolve_brackets (const char *text,
                  const char *unit_kind)
{
  GString *flat = g_string_new (NULL);

  for (const char *p = text; *p != '\0';)
    {
      const char *close = *p == '(' ? strchr (p, ')') : NULL;

      if (close != NULL)
        {
          g_autofree char *content = g_strndup (p + 1, (gsize) (close - p - 1));

          p = close + 1;
          if (is_separator (p)
              && ((g_str_has_prefix (content, "兼") && !g_str_equal (content, "兼"))
                  || is_post (content, unit_kind)))
            g_string_append_printf (flat, "、%s", content);
          continue;
        }
      g_string_append_c (flat, *p++);
    }

  return g_string_free (flat, FALSE);
}

/* 组织、宣传委员 are two members: the word that both share stands once. */
static void
repeat_member (GString *text)
{
  static const char * const duties[] = {
    "组织", "宣传", "纪检", "纪律检查", "统战", "青年", "妇女", "生产", "政法", "群团", "保密", "生活", "治保",
    "调解", "組織", "宣傳", "紀檢", "統戰", "婦女", "生產", "調解",
  };
  static const char * const signs[] = { "、", ",", "/", ";", "和", "及", "" };
  const char *said[G_N_ELEMENTS (duties)];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (duties); i++)
    if (strstr (text->str, duties[i]) != NULL)
      said[n++] = duties[i];
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n * G_N_ELEMENTS (signs); j++)
      {
        const char *second = said[j / G_N_ELEMENTS (signs)];
        const char *sign = signs[j % G_N_ELEMENTS (signs)];
        g_autofree char *both = g_strconcat (said[i], sign, second, NULL);
        g_autofree char *each = g_strconcat (said[i], "委员、", second, NULL);

        /* 组织宣传委员 is one member. */
        if (second != said[i] && strcmp (both, "组织宣传") != 0 && strcmp (both, "組織宣傳") != 0)
          g_string_replace (text, both, each, 0);
      }
}

/* NFKC, one kind of bracket, no quotation marks, and a separator for each 兼 but that of 兼职. */
static char *
normalize (const char *text,
           const char *unit_kind)
{
  static const char * const pairs[][2] = {
    { "〔", "(" }, { "〕", ")" }, { "【", "(" }, { "】", ")" }, { "[", "(" }, { "]", ")" },
    { "“", "" },   { "”", "" },   { "「", "" },  { "」", "" },  { "\"", "" }, { "兼职", "\x01" },
    { "兼職", "\x01" },
  };
  g_autofree char *clean = ty_text_clean (text);
  g_autofree char *normal = g_utf8_normalize (clean, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autoptr(GString) edited = g_string_new (normal);
  g_autofree char *flat = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_string_replace (edited, pairs[i][0], pairs[i][1], 0);
  flat = resolve_brackets (edited->str, unit_kind);

  g_string_assign (edited, flat);
  g_string_replace (edited, "兼任", "、", 0);
  g_string_replace (edited, "兼", "、", 0);
  g_string_replace (edited, "\x01", "兼职", 0);
  if (strstr (edited->str, "委员") != NULL || strstr (edited->str, "委員") != NULL)
    repeat_member (edited);

  return g_strdup (edited->str);
}

/* @unsure is given where what is not known is taken in its own words. */
static GPtrArray *
read_pieces (const char  *text,
             const char  *unit_kind,
             const char  *separators,
             gboolean    *unsure,
             GError     **error)
{
  g_autoptr(GString) plain = g_string_new (text);
  g_auto(GStrv) pieces = NULL;
  g_autoptr(GPtrArray) posts = NULL;
  g_auto(Reader) reader = { 0 };

  g_string_replace (plain, "、", ",", 0);
  g_string_replace (plain, "。", ",", 0);
  pieces = g_strsplit_set (plain->str, separators, -1);
  reader_init (&reader, unit_kind);
  posts = reader.posts;
  reader.lenient = unsure != NULL;

  for (guint i = 0; pieces[i] != NULL; i++)
    if (!take_any (&reader, g_strstrip (pieces[i])))
      {
        g_set_error (error, TY_POST_TITLE_ERROR, TY_POST_TITLE_ERROR_UNKNOWN,
                     _("The post “%s” is not known."), pieces[i]);
        return NULL;
      }
  if (reader.both)
    {
      reader_add (&reader, "D1", NULL, "一肩挑");
      reader_add (&reader, reader.settlement == TY_POST_BODY_RESIDENTS ? "J1" : "C1", NULL, "一肩挑");
    }
  reader_add_members (&reader, text);
  if (reader.n_pending > 0 || posts->len == 0)
    {
      g_set_error (error, TY_POST_TITLE_ERROR, TY_POST_TITLE_ERROR_UNKNOWN,
                   _("The post “%s” is not known."), text);
      return NULL;
    }

  if (unsure != NULL)
    *unsure = reader.unsure;
  return g_steal_pointer (&posts);
}

/* Blanks separate posts, or were set for looks: 村委会 主 任. */
static GPtrArray *
read_with_blanks (const char  *normal,
                  const char  *unit_kind,
                  gboolean    *unsure,
                  GError     **error)
{
  GPtrArray *posts = read_pieces (normal, unit_kind, ",;/\\|+& ", unsure, NULL);

  return posts != NULL ? posts : read_pieces (normal, unit_kind, ",;/\\|+&", unsure, error);
}

static GPtrArray *
parse (const char  *text,
       const char  *unit_kind,
       gboolean    *unsure,
       GError     **error)
{
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  GPtrArray *posts;
  TyCode *code = NULL;

  /* 组织委员 is another one in a town than in a village. */
  folded = ty_text_fold (text);
  if (ty_township_post_find (folded, unit_kind) == NULL)
    code = ty_code_list_find_word (ty_code_list_get_shipped ("post"), text);
  if (code != NULL)
    {
      posts = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_parsed_post_free);
      g_ptr_array_add (posts, ty_parsed_post_new (ty_code_get_key (code), NULL, text));
      return posts;
    }

  normal = normalize (text, unit_kind);
  if (*normal == '\0')
    {
      g_set_error_literal (error, TY_POST_TITLE_ERROR, TY_POST_TITLE_ERROR_EMPTY,
                           _("No post is given."));
      return NULL;
    }

  posts = read_with_blanks (normal, unit_kind, NULL, unsure != NULL ? NULL : error);
  return posts != NULL || unsure == NULL ? posts : read_with_blanks (normal, unit_kind, unsure, error);
}

/**
 * ty_post_title_parse:
 * @text: the posts of a person as a roster writes them, in either script:
 *   `党总支副书记、村委会主任`, `书记主任一肩挑`, `东山村支部书记兼村委会主任`
 * @unit_kind: (nullable): a key of the list `unit_kind`: `community` for 主任 without a body, `town`,
 *   `township` or `subdistrict` for the posts of those; `village` where %NULL
 * @error: a `TY_POST_TITLE_ERROR`
 *
 * Reads every post that the title names. What is written counts: 居委会主任 is the head of a
 * residents' committee in a village too. Remarks on how a post is held (主持工作, 挂职) are left out.
 * Posts that are known and have no code, such as 妇联副主席, are other posts in their own words. Nothing is
 * guessed: a title with one piece that is not known is refused whole, so 第二党支部书记 and 企业党支部书记 never
 * become the secretary of the village. (field.md 10.1)
 *
 * Returns: (transfer full) (element-type TyParsedPost): the posts in the order of the title, each
 * once; %NULL on error
 */
GPtrArray *
ty_post_title_parse (const char  *text,
                     const char  *unit_kind,
                     GError     **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  return parse (text, unit_kind, NULL, error);
}

/**
 * ty_post_title_take:
 * @text: the posts of a person as a roster writes them
 * @unit_kind: (nullable): `village` or `community`
 * @unsure: (out): whether there are words that are not known
 * @error: a `TY_POST_TITLE_ERROR`
 *
 * As ty_post_title_parse(), but a piece that is not known is taken as another post in its own words, so that
 * nobody is lost for a post that the list does not have. What cannot be a post is refused all the same:
 * numbers, 退休, a committee without a title.
 *
 * Returns: (transfer full) (element-type TyParsedPost): the posts; %NULL on error
 */
GPtrArray *
ty_post_title_take (const char  *text,
                    const char  *unit_kind,
                    gboolean    *unsure,
                    GError     **error)
{
  g_return_val_if_fail (text != NULL && unsure != NULL, NULL);

  *unsure = FALSE;
  return parse (text, unit_kind, unsure, error);
}
