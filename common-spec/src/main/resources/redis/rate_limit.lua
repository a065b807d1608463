-- Decides on one request under several limits at once (generic cell rate algorithm). All limits are checked before any
-- is written, so that a refused request takes up nothing.
--
-- KEYS: what is counted. ARGV, for each key: how many limits it is held to, then for each of those the microseconds that
-- one request takes up and the most that may be taken up in advance.
-- A key holds, for each limit, the time up to which it is taken up: integer microseconds of Redis's own clock.
-- Returns 1 or 0 (admitted or not), then for each limit the microseconds taken up in advance.

local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000000 + tonumber(clock[2])

local position = 0
local function argument()
  position = position + 1
  return tonumber(ARGV[position])
end

-- Up to when each limit of a key is taken up; now, where nothing is known.
local function read(key)
  local times = {}
  for time in string.gmatch(redis.call('GET', key) or '', '%d+') do
    times[#times + 1] = tonumber(time)
  end
  return times
end

local admitted = 1
local used, interval = {}, {}
for k, key in ipairs(KEYS) do
  local times = read(key)
  used[k], interval[k] = {}, {}
  for i = 1, argument() do
    interval[k][i] = argument()
    local tolerance = argument()
    -- More than the tolerance can't be taken up: such a time was written before the clock was set back.
    used[k][i] = math.min(math.max((times[i] or now) - now, 0), tolerance)
    if used[k][i] + interval[k][i] > tolerance then
      admitted = 0
    end
  end
end

local answer = {admitted}
for k, key in ipairs(KEYS) do
  local times, longest = {}, 0
  for i = 1, #used[k] do
    used[k][i] = used[k][i] + admitted * interval[k][i]
    times[i] = string.format('%.0f', now + used[k][i])
    longest = math.max(longest, used[k][i])
    answer[#answer + 1] = used[k][i]
  end
  if admitted == 1 then
    redis.call('SET', key, table.concat(times, ' '), 'PX', math.ceil(longest / 1000))
  end
end
return answer
