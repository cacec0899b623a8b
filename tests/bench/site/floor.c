// bench_floor INPUTS OUTPUTS FOLDER [sync]: the least that any site generator has to do. It reads every file
// that INPUTS lists, one path a line, and writes into FOLDER every file that OUTPUTS lists, one "SIZE PATH" a
// line, with the folders that they need, on two threads. With "sync" it waits until all is on the disk.
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct file {
  size_t size;
  char *path;
};

struct list {
  struct file *files;
  size_t count;
};

static struct list inputs, outputs;
static atomic_size_t next_input, next_output;
static int out;
static char *bytes; // of which every file that is written is a part

static void fail(const char *path) {
  perror(path);
  exit(3);
}

static struct list read_list(const char *path, int with_sizes) {
  struct list list = {NULL, 0};
  size_t room = 0;
  char line[4096];
  FILE *in = fopen(path, "r");
  if (in == NULL) fail(path);
  while (fgets(line, sizeof line, in) != NULL) {
    if (list.count == room) {
      room = room == 0 ? 1024 : 2 * room;
      list.files = realloc(list.files, room * sizeof *list.files);
      if (list.files == NULL) fail(path);
    }
    char *rest = line;
    list.files[list.count].size = with_sizes ? strtoul(line, &rest, 10) : 0;
    rest[strcspn(rest, "\n")] = '\0';
    list.files[list.count++].path = strdup(with_sizes ? rest + 1 : rest);
  }
  fclose(in);
  return list;
}

// The list is sorted, so a folder comes up once after another, and those that hold it before it.
static void make_folders(char *path) {
  static char last[4096];
  char *end = strrchr(path, '/');
  if (end == NULL) return;
  const size_t length = (size_t)(end - path);
  if (strlen(last) == length && strncmp(last, path, length) == 0) return;
  memcpy(last, path, length);
  last[length] = '\0';
  for (char *slash = strchr(path, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
    *slash = '\0';
    mkdirat(out, path, 0777);
    *slash = '/';
  }
}

static void read_file(const char *path) {
  char buffer[65536];
  const int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path);
  while (read(file, buffer, sizeof buffer) > 0) {
  }
  close(file);
}

static void write_file(const struct file *wanted) {
  const int file = openat(out, wanted->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) fail(wanted->path);
  for (size_t at = 0; at < wanted->size;) {
    const ssize_t written = write(file, bytes + at, wanted->size - at);
    if (written <= 0) fail(wanted->path);
    at += (size_t)written;
  }
  close(file);
}

static void *work(void *unused) {
  for (size_t i; (i = atomic_fetch_add(&next_input, 1)) < inputs.count;)
    read_file(inputs.files[i].path);
  for (size_t i; (i = atomic_fetch_add(&next_output, 1)) < outputs.count;)
    write_file(&outputs.files[i]);
  return unused;
}

int main(int count, char **arguments) {
  if (count < 4) {
    fputs("Usage: bench_floor INPUTS OUTPUTS FOLDER [sync]\n", stderr);
    return 2;
  }
  inputs = read_list(arguments[1], 0);
  outputs = read_list(arguments[2], 1);
  mkdir(arguments[3], 0777);
  out = open(arguments[3], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (out < 0) fail(arguments[3]);
  size_t largest = 1;
  for (size_t i = 0; i < outputs.count; ++i) {
    if (outputs.files[i].size > largest) largest = outputs.files[i].size;
    make_folders(outputs.files[i].path);
  }
  bytes = malloc(largest);
  if (bytes == NULL) fail("memory");
  memset(bytes, 'x', largest);

  pthread_t other;
  if (pthread_create(&other, NULL, work, NULL) != 0) fail("thread");
  work(NULL);
  pthread_join(other, NULL);
  if (count > 4 && syncfs(out) != 0) fail(arguments[3]);
  return 0;
}
