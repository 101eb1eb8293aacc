/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-topics"

#include "config.h"

#include "ty-topics.h"

#include "ty-pinyin.h"
#include "ty-recent.h"
#include "ty-saved-filter.h"
#include "ty-text.h"
#include "ty-topic-commands.h"
#include "ty-typed.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

/* By what a topic is found: its label, and behind it the words that stand for it. */
typedef struct
{
  char *text;
  char *folded;
  char *pinyin;   /* empty until it is there */
  char *letters;  /* the same */
  char *initials;
} Key;

typedef struct
{
  TySearchGroup group;
  char *name;
  char *label;
  char *icon_name; /* (nullable): of a page */
  char *detail;    /* (nullable): of a command */
  GPtrArray *keys; /* (element-type Key) */
  gboolean enabled;
} Topic;

/**
 * TyTopics:
 *
 * The pages and the commands with what people would type for them, in their own language with pinyin
 * and initials, and in English. What cannot be done now is not found.
 */
struct _TyTopics
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *topics;         /* (element-type Topic) */
  GCancellable *cancellable; /* (nullable) while pinyin is made */

  gboolean prepared;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyTopics, ty_topics, G_TYPE_OBJECT)

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->text);
  g_free (key->folded);
  g_free (key->pinyin);
  g_free (key->letters);
  g_free (key->initials);
  g_free (key);
}

static void
topic_free (gpointer data)
{
  Topic *topic = data;

  g_free (topic->name);
  g_free (topic->label);
  g_free (topic->icon_name);
  g_free (topic->detail);
  g_ptr_array_unref (topic->keys);
  g_free (topic);
}

static void
add_key (Topic      *topic,
         const char *text)
{
  Key *key = g_new0 (Key, 1);

  key->text = g_strdup (text);
  key->folded = ty_text_fold (text);
  key->pinyin = g_strdup ("");
  key->letters = g_strdup ("");
  key->initials = g_strdup ("");
  g_ptr_array_add (topic->keys, key);
}

static void
add_words (Topic      *topic,
           const char *words)
{
  g_auto(GStrv) split = g_strsplit_set (words, " ,、，", -1);

  for (guint i = 0; split[i] != NULL; i++)
    if (*split[i] != '\0' && g_utf8_validate (split[i], -1, NULL))
      add_key (topic, split[i]);
}

static Topic *
add_topic (TyTopics      *self,
           TySearchGroup  group,
           const char    *name,
           const char    *label)
{
  Topic *topic = g_new0 (Topic, 1);

  topic->group = group;
  topic->name = g_strdup (name);
  topic->label = g_strdup (label);
  topic->keys = g_ptr_array_new_with_free_func (key_free);
  topic->enabled = TRUE;
  add_key (topic, label);
  g_ptr_array_add (self->topics, topic);
  return topic;
}

static Topic *
find_topic (TyTopics      *self,
            TySearchGroup  group,
            const char    *name)
{
  for (guint i = 0; i < self->topics->len; i++)
    {
      Topic *topic = g_ptr_array_index (self->topics, i);

      if (topic->group == group && g_str_equal (topic->name, name))
        return topic;
    }
  return NULL;
}

static void
ty_topics_dispose (GObject *object)
{
  TyTopics *self = TY_TOPICS (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ty_topics_parent_class)->dispose (object);
}

static void
ty_topics_finalize (GObject *object)
{
  TyTopics *self = TY_TOPICS (object);

  g_ptr_array_unref (self->topics);

  G_OBJECT_CLASS (ty_topics_parent_class)->finalize (object);
}

static void
ty_topics_class_init (TyTopicsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ty_topics_dispose;
  object_class->finalize = ty_topics_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ty_topics_init (TyTopics *self)
{
  guint n_commands;
  const TyTopicCommand *commands = ty_topic_commands_list (&n_commands);

  self->topics = g_ptr_array_new_with_free_func (topic_free);
  for (guint i = 0; i < n_commands; i++)
    {
      const char *words = commands[i].words;
      Topic *topic = add_topic (self, TY_SEARCH_COMMANDS, commands[i].action,
                                _(commands[i].label));

      add_key (topic, commands[i].label);
      if (words == NULL)
        continue;
      add_words (topic, _(words));
      add_words (topic, words);
    }
}

/**
 * ty_topics_new:
 *
 * Returns: (transfer full): the commands, and no pages yet
 */
TyTopics *
ty_topics_new (void)
{
  return g_object_new (TY_TYPE_TOPICS, NULL);
}

/**
 * ty_topics_add_page:
 * @self: topics
 * @page_name: name of a page
 * @title: its title
 * @icon_name: (nullable): its icon
 *
 * Adds a page that can be opened by its name.
 */
void
ty_topics_add_page (TyTopics   *self,
                    const char *page_name,
                    const char *title,
                    const char *icon_name)
{
  Topic *topic;

  g_return_if_fail (TY_IS_TOPICS (self));

  topic = add_topic (self, TY_SEARCH_PAGES, page_name, title);
  topic->icon_name = g_strdup (icon_name);
  add_key (topic, page_name);
}

static void
set_pinyin (Key        *key,
            const char *pinyin)
{
  g_free (key->pinyin);
  g_free (key->letters);
  g_free (key->initials);
  key->pinyin = g_strdup (pinyin);
  key->letters = ty_pinyin_search_key (pinyin);
  key->initials = ty_pinyin_initials (pinyin);
}

static void
add_list (TyTopics          *self,
          const TyListEntry *entry)
{
  g_autofree char *name = g_strdup_printf (TY_TOPICS_LIST "%" G_GINT64_FORMAT,
                                           ty_list_entry_get_key (entry));
  Topic *topic = add_topic (self, TY_SEARCH_PAGES, name, ty_list_entry_get_name (entry));
  Key *key = g_ptr_array_index (topic->keys, 0);
  g_autofree char *pinyin = self->prepared ? ty_pinyin_for_name (key->text) : NULL;

  topic->icon_name = g_strdup ("ty-list-symbolic");
  if (pinyin != NULL)
    set_pinyin (key, pinyin);
}

/**
 * ty_topics_set_lists:
 * @self: topics
 * @lists: (element-type TyListEntry): the named lists of the file
 *
 * Lets the named lists be found, as pages whose name begins with %TY_TOPICS_LIST.
 */
void
ty_topics_set_lists (TyTopics  *self,
                     GPtrArray *lists)
{
  g_return_if_fail (TY_IS_TOPICS (self));

  for (guint i = self->topics->len; i > 0; i--)
    if (g_str_has_prefix (((Topic *) g_ptr_array_index (self->topics, i - 1))->name, TY_TOPICS_LIST))
      g_ptr_array_remove_index (self->topics, i - 1);
  for (guint i = 0; i < lists->len; i++)
    add_list (self, g_ptr_array_index (lists, i));

  /* Pinyin that is on its way is that of other texts. */
  if (self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      g_clear_object (&self->cancellable);
      ty_topics_prepare (self);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* A named filter is a command with its key. */
#define FILTER_ACTION "win.show-filter"

static gboolean
is_filter (const Topic *topic)
{
  return g_str_has_prefix (topic->name, FILTER_ACTION "(");
}

static void
make_pinyin_of_filters (TyTopics *self)
{
  for (guint i = 0; i < self->topics->len; i++)
    {
      Topic *topic = g_ptr_array_index (self->topics, i);

      for (guint k = 0; is_filter (topic) && k < topic->keys->len; k++)
        {
          Key *key = g_ptr_array_index (topic->keys, k);

          g_autofree char *pinyin = ty_pinyin_for_name (key->text);

          set_pinyin (key, pinyin);
        }
    }
}

/**
 * ty_topics_set_filters:
 * @self: topics
 * @filters: (element-type TySavedFilter): the named filters of the file
 *
 * Has them found in the place of those that were there before.
 */
void
ty_topics_set_filters (TyTopics  *self,
                       GPtrArray *filters)
{
  g_return_if_fail (TY_IS_TOPICS (self));

  for (guint i = self->topics->len; i > 0; i--)
    if (is_filter (g_ptr_array_index (self->topics, i - 1)))
      g_ptr_array_remove_index (self->topics, i - 1);
  for (guint i = 0; i < filters->len; i++)
    {
      TyRecord *filter = g_ptr_array_index (filters, i);
      g_autofree char *name = g_strdup_printf (FILTER_ACTION "(int64 %" G_GINT64_FORMAT ")",
                                               ty_record_get_integer (filter, TY_SAVED_FILTER_ID));
      Topic *topic = add_topic (self, TY_SEARCH_COMMANDS, name,
                                ty_record_get_text (filter, TY_SAVED_FILTER_NAME));

      topic->detail = g_strdup (_("Named filter"));
    }
  if (self->prepared)
    make_pinyin_of_filters (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * ty_topics_has_command:
 * @self: topics
 * @action: name of an action
 *
 * Returns: whether it can be searched, if it is enabled
 */
gboolean
ty_topics_has_command (TyTopics   *self,
                       const char *action)
{
  g_return_val_if_fail (TY_IS_TOPICS (self), FALSE);

  return find_topic (self, TY_SEARCH_COMMANDS, action) != NULL;
}

/**
 * ty_topics_set_enabled:
 * @self: topics
 * @action: name of an action
 * @enabled: whether it can be done now
 */
void
ty_topics_set_enabled (TyTopics   *self,
                       const char *action,
                       gboolean    enabled)
{
  Topic *topic;

  g_return_if_fail (TY_IS_TOPICS (self));

  topic = find_topic (self, TY_SEARCH_COMMANDS, action);
  if (topic == NULL || topic->enabled == enabled)
    return;

  topic->enabled = enabled;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * ty_topics_set_detail:
 * @self: topics
 * @action: name of an action
 * @detail: (nullable): to what it would do it now
 */
void
ty_topics_set_detail (TyTopics   *self,
                      const char *action,
                      const char *detail)
{
  Topic *topic;

  g_return_if_fail (TY_IS_TOPICS (self));

  topic = find_topic (self, TY_SEARCH_COMMANDS, action);
  if (topic == NULL || g_strcmp0 (topic->detail, detail) == 0)
    return;

  g_free (topic->detail);
  topic->detail = g_strdup (detail);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
make_pinyin (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const char * const *texts = task_data;
  g_autoptr(GStrvBuilder) made = g_strv_builder_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *pinyin = ty_pinyin_for_name (texts[i]);

      g_strv_builder_add (made, pinyin);
    }
  g_task_return_pointer (task, g_strv_builder_end (made), (GDestroyNotify) g_strfreev);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_auto(GStrv) pinyin = g_task_propagate_pointer (G_TASK (result), NULL);
  TyTopics *self;
  guint n = 0;

  if (pinyin == NULL)
    return;

  self = TY_TOPICS (user_data);
  g_clear_object (&self->cancellable);
  for (guint i = 0; i < self->topics->len; i++)
    {
      GPtrArray *keys = ((Topic *) g_ptr_array_index (self->topics, i))->keys;

      if (is_filter (g_ptr_array_index (self->topics, i)))
        continue;
      /* A page may have been added meanwhile, at the end. */
      for (guint k = 0; k < keys->len && pinyin[n] != NULL; k++, n++)
        set_pinyin (g_ptr_array_index (keys, k), pinyin[n]);
    }
  self->prepared = TRUE;
  make_pinyin_of_filters (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * ty_topics_prepare:
 * @self: topics
 *
 * Makes the pinyin by which they are found too, in a thread: opening the tables takes a tenth of a
 * second. Emits “changed” when it is there. Nothing the second time.
 */
void
ty_topics_prepare (TyTopics *self)
{
  g_autoptr(GStrvBuilder) texts = NULL;
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (TY_IS_TOPICS (self));

  if (self->prepared || self->cancellable != NULL)
    return;

  texts = g_strv_builder_new ();
  for (guint i = 0; i < self->topics->len; i++)
    {
      GPtrArray *keys = ((Topic *) g_ptr_array_index (self->topics, i))->keys;

      if (is_filter (g_ptr_array_index (self->topics, i)))
        continue;
      for (guint k = 0; k < keys->len; k++)
        g_strv_builder_add (texts, ((Key *) g_ptr_array_index (keys, k))->text);
    }
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, prepared_cb, self);
  g_task_set_name (task, "ty-topics");
  g_task_set_task_data (task, g_strv_builder_end (texts), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, make_pinyin);
}

/**
 * ty_topics_is_prepared:
 * @self: topics
 *
 * Returns: whether they are found by pinyin too
 */
gboolean
ty_topics_is_prepared (TyTopics *self)
{
  g_return_val_if_fail (TY_IS_TOPICS (self), FALSE);

  return self->prepared;
}

static char *
dup_keys (const char *action)
{
  GApplication *application = g_application_get_default ();
  g_auto(GStrv) accels = NULL;
  GdkModifierType modifiers;
  guint key;

  if (!GTK_IS_APPLICATION (application))
    return NULL;

  accels = gtk_application_get_accels_for_action (GTK_APPLICATION (application), action);
  if (accels[0] == NULL || !gtk_accelerator_parse (accels[0], &key, &modifiers))
    return NULL;

  return gtk_accelerator_get_label (key, modifiers);
}

static TySearchHit *
make_hit (const Topic *topic,
          TyFit        fit)
{
  g_autofree char *keys = NULL;

  if (topic->group == TY_SEARCH_PAGES)
    return ty_search_hit_new_page (topic->name, topic->label, topic->icon_name, fit);

  keys = is_filter (topic) ? NULL : dup_keys (topic->name);
  return ty_search_hit_new_command (topic->name, topic->label, topic->detail, keys, fit);
}

/* The label counts for more than a word that stands for it; %G_MAXUINT is nothing. */
static guint
rank_topic (const Topic   *topic,
            const TyTyped *typed)
{
  guint best = G_MAXUINT;

  for (guint i = 0; i < topic->keys->len; i++)
    {
      const Key *key = g_ptr_array_index (topic->keys, i);
      TyFit rank = ty_typed_rank (typed, key->folded, key->letters, key->initials);

      if (rank == TY_FIT_INSIDE_PINYIN)
        rank = ty_typed_rank_syllables (typed, key->pinyin, key->initials);
      if (rank < TY_FIT_ACROSS)
        best = MIN (best, 2 * (guint) rank + (i > 0));
    }
  return best;
}

typedef struct
{
  guint rank;
  guint place;
  const Topic *topic;
} Match;

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const Match *first = a;
  const Match *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;

  return (first->place > second->place) - (first->place < second->place);
}

/* Of an empty text, what was used comes first. */
static guint
rank_use (const Topic *topic,
          GStrv        used)
{
  for (guint i = 0; used[i] != NULL; i++)
    if (g_str_equal (used[i], topic->name))
      return i;

  return G_MAXUINT;
}

/**
 * ty_topics_find:
 * @self: topics
 * @group: pages or commands
 * @text: what was typed; empty asks for what was used last or most
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type TySearchHit): what can be done now and fits, the best first
 */
GPtrArray *
ty_topics_find (TyTopics      *self,
                TySearchGroup  group,
                const char    *text,
                guint          limit)
{
  g_auto(TyTyped) typed = { 0 };
  g_auto(GStrv) used = NULL;
  g_autoptr(GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  GPtrArray *hits = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TY_IS_TOPICS (self), hits);

  ty_typed_init (&typed, text);
  if (ty_typed_is_empty (&typed))
    used = group == TY_SEARCH_PAGES ? ty_recent_list_pages () : ty_recent_list_commands ();
  for (guint i = 0; i < self->topics->len; i++)
    {
      const Topic *topic = g_ptr_array_index (self->topics, i);
      Match match = { 0, i, topic };

      if (topic->group != group || !topic->enabled)
        continue;
      match.rank = used != NULL ? rank_use (topic, used) : rank_topic (topic, &typed);
      if (used != NULL || match.rank != G_MAXUINT)
        g_array_append_val (matches, match);
    }
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < MIN (matches->len, limit); i++)
    {
      const Match *match = &g_array_index (matches, Match, i);

      g_ptr_array_add (hits, make_hit (match->topic, used != NULL ? TY_FIT_WHOLE : match->rank / 2));
    }
  return hits;
}
