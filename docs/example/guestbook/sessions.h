// Who is signed in.
#pragma once

#include <map>
#include <mutex>
#include <string>

struct Session {
  std::string user;
  int entries = 0;
};

class Sessions {
public:
  // Signs a user in; the token goes into a cookie.
  std::string open(const std::string &user);

  // The user of a token, or "" for a stranger.
  std::string user(const std::string &token) const;

  // Counts an entry that the user wrote in this session.
  int written(const std::string &token);

private:
  mutable std::mutex mutex_;
  std::map<std::string, Session> sessions_;
};
